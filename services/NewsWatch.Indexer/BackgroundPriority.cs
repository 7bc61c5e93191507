using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace NewsWatch.Indexer;

/// <summary>
/// An alert is due at once, the archive may follow a little later: where both need the processor, the Indexer gives way. It is called first
/// thing in the process, since on Linux a thread inherits its priority from the one that starts it.
/// </summary>
public static partial class BackgroundPriority
{
    // SCHED_IDLE of sched(7): such a thread runs when no other wants to, and one that wakes up takes its place at once. Mere niceness gives a thread less
    // time, but what it has begun it keeps, for milliseconds, while what an alert waits for is ready to run:
    // beside an Elasticsearch at niceness 10, 28,300 articles a second were matched, beside an idle one 35,900 (all in one group of the scheduler, medians of
    // seven rounds by turns, 2 cores, 2026-11).
    private const int Idle = 5;

    /// <summary>Lowers this process; a system that does not let it keeps it as it is, and it says so.</summary>
    public static void Take()
    {
        try
        {
            if (OperatingSystem.IsLinux()) RunWhenIdle();
            else LowerProcess();
        }
        // TypeLoadException: a C library that does not know the call.
        catch (Exception e) when (e is Win32Exception or TypeLoadException)
        {
            Console.Error.WriteLine($"The Indexer runs at normal priority: {e.Message}");
        }
    }

    private static void RunWhenIdle()
    {
        // Not sched_setscheduler: the C library remembers what it set itself, and hands that on to the threads that are started from here.
        var none = 0;
        if (SetPolicy(ThisThread(), Idle, in none) is var error and not 0) throw new Win32Exception(error);
    }

    private static void LowerProcess()
    {
        using var self = Process.GetCurrentProcess();
        self.PriorityClass = ProcessPriorityClass.BelowNormal;
    }

    [LibraryImport("libc", EntryPoint = "pthread_self")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial nint ThisThread();

    // The third is a struct of one member, the priority, which only the real-time policies have.
    [LibraryImport("libc", EntryPoint = "pthread_setschedparam")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SetPolicy(nint thread, int policy, in int priority);
}
