using System.Runtime.InteropServices;

namespace NewsWatch.Cli.Up.Processes;

/// <summary>Signals to processes and to process groups, which .NET itself cannot send.</summary>
public static partial class Signals
{
    private const int Kill = 9;
    private const int Term = 15;

    /// <summary>Asks a process to end.</summary>
    public static void Terminate(int pid) => Send(pid, Term);

    /// <summary>Ends every process of the group that <paramref name="leader"/> leads, at once. A group that is gone is no error.</summary>
    public static void KillGroup(int leader) => Send(-leader, Kill);

    // 0 and -1 would reach this process's own group and every process there is.
    private static void Send(int target, int signal)
    {
        if (target is 0 or 1 or -1) throw new ArgumentOutOfRangeException(nameof(target), target, "Not a process that could have been started here.");
        _ = SendSignal(target, signal);
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SendSignal(int pid, int signal);
}
