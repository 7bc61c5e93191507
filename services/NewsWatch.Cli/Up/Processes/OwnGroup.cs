using System.Diagnostics;

namespace NewsWatch.Cli.Up.Processes;

/// <summary>
/// Starts a command as the leader of a process group of its own: Ctrl+C here does not reach it, and what it starts can be ended with it.
/// </summary>
/// <remarks>
/// It stays in the session of whoever starts it. Linux weighs whole sessions against each other first (sched(7), autogroup), and what gives way inside
/// its own session (<see cref="GivingWay"/>) is to the processes of another as busy as any: an idle Elasticsearch in a session of its own took hardly less
/// than a nice one.
/// </remarks>
internal static class OwnGroup
{
    private const string Perl = "/usr/bin/perl";

    // setpgid(1), which does just this, came with util-linux 2.40; Debian 12 has 2.38. PERL_BADLANG keeps Perl quiet about a locale that is not installed,
    // and is taken away again before the command starts.
    private const string Script = "delete $ENV{PERL_BADLANG}; setpgrp or die \"setpgrp: $!\\n\"; exec { $ARGV[0] } @ARGV or die \"$ARGV[0]: $!\\n\"";

    /// <summary>How to start it; its pid is that of the command. Without Perl, which every Debian has, it leads a session as well.</summary>
    public static ProcessStartInfo Of(IEnumerable<string> command)
    {
        if (!File.Exists(Perl)) return new ProcessStartInfo("setsid", command);
        var start = new ProcessStartInfo(Perl, ["-e", Script, "--", .. command]);
        start.Environment["PERL_BADLANG"] = "0";
        start.Environment.Remove("PERL5OPT");
        return start;
    }
}
