using System.Diagnostics;
using System.Globalization;

namespace NewsWatch.Indexer;

/// <summary>
/// An alert is due at once, the archive may follow a little later: where both need the processor, the Indexer gives way. It is called first
/// thing in the process, since on Linux a thread inherits its niceness from the one that starts it.
/// </summary>
public static class BackgroundPriority
{
    /// <summary>How nice what gives way is, from 0, as everything else, to 19.</summary>
    public const int Niceness = 10;

    /// <summary>Lowers this process; a system that does not let it keeps it as it is.</summary>
    public static void Take()
    {
        try
        {
            using var self = Process.GetCurrentProcess();
            self.PriorityClass = ProcessPriorityClass.BelowNormal;
            LowerSession(self.Id);
        }
        catch (Exception e) when (e is System.ComponentModel.Win32Exception or IOException or UnauthorizedAccessException or PlatformNotSupportedException)
        {
            Console.Error.WriteLine($"The Indexer runs at normal priority: {e.Message}");
        }
    }

    /// <summary>Linux weighs whole sessions against each other first (sched(7), autogroup), so the leader of a session lowers that as well.</summary>
    private static void LowerSession(int pid)
    {
        if (!File.Exists("/proc/self/autogroup")) return;
        var stat = File.ReadAllText("/proc/self/stat");
        var session = stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[3];
        if (session == pid.ToString(CultureInfo.InvariantCulture)) File.WriteAllText("/proc/self/autogroup", Niceness.ToString(CultureInfo.InvariantCulture));
    }
}
