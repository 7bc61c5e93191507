using System.Globalization;

namespace NewsWatch.Cli.Up.Processes;

/// <summary>One process and no other: a pid comes back after a while, together with its start time and the boot it never does.</summary>
/// <param name="Pid">As the system numbers it.</param>
/// <param name="StartTicks">When it started, in clock ticks since boot: field 22 of <c>/proc/PID/stat</c>, see proc(5); -1 where it ended before that was read.</param>
/// <param name="Boot">The boot that the ticks count from.</param>
internal sealed record ProcessIdentity(int Pid, long StartTicks, string Boot)
{
    private const string Zombie = "Z";
    private const long Unseen = -1;

    /// <summary>The process that has this pid now, or <see langword="null"/> when there is none.</summary>
    public static ProcessIdentity? Of(int pid) => ReadStat(pid) is { } stat ? new ProcessIdentity(pid, stat.StartTicks, ReadBoot()) : null;

    /// <summary>A process that ended before it could be looked at. It may have left others in its group.</summary>
    public static ProcessIdentity Ended(int pid) => new(pid, Unseen, ReadBoot());

    /// <summary>Whether it lives still.</summary>
    public bool IsAlive => Of(Pid) == this;

    /// <summary>Whether its pid went to another process, whose group it may lead now.</summary>
    public bool IsReplaced => Boot != ReadBoot() || Of(Pid) is { } now && now != this;

    private static string ReadBoot() => File.ReadAllText("/proc/sys/kernel/random/boot_id").Trim();

    private static (string State, long StartTicks)? ReadStat(int pid)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{pid}/stat");
            // The program's name comes second, in parentheses, and may itself hold spaces and parentheses; the state is field 3.
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return fields[0] == Zombie ? null : (fields[0], long.Parse(fields[22 - 3], CultureInfo.InvariantCulture));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
