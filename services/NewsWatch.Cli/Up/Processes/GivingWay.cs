using System.Globalization;
using NewsWatch.Indexer;

namespace NewsWatch.Cli.Up.Processes;

/// <summary>
/// Runs a command so that it gives way to everything else where the processor is short, as the Indexer does: an alert is due at once, the archive may
/// follow a little later.
/// </summary>
internal static class GivingWay
{
    // Linux weighs whole sessions against each other first (sched(7), autogroup), so the leader of a session lowers that as well, where there is such a
    // file and it may.
    private const string Script = """
        { echo "$0" >/proc/self/autogroup; } 2>/dev/null
        exec nice -n "$0" "$@"
        """;

    private static readonly string Niceness = BackgroundPriority.Niceness.ToString(CultureInfo.InvariantCulture);

    /// <summary>The command that does it; to be started as the leader of a session.</summary>
    public static IEnumerable<string> Command(IEnumerable<string> command) => ["/bin/sh", "-c", Script, Niceness, .. command];
}
