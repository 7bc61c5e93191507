namespace NewsWatch.Cli.Up.Processes;

/// <summary>Ends a process that an earlier command started: first asked, then made to.</summary>
internal static class Ending
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(100);

    /// <summary>Ends it and what is left of its group. One that is gone already is no error, and a stranger with its pid is left alone.</summary>
    /// <returns>Whether it ended by itself when asked.</returns>
    public static async Task<bool> EndAsync(ProcessIdentity process, TimeSpan patience, TimeProvider time, CancellationToken cancellationToken)
    {
        var asked = time.GetTimestamp();
        if (process.IsAlive) Signals.Terminate(process.Pid);
        while (process.IsAlive && time.GetElapsedTime(asked) < patience) await Task.Delay(Step, time, cancellationToken);
        var obeyed = !process.IsAlive;
        if (!process.IsReplaced) Signals.KillGroup(process.Pid);
        return obeyed;
    }
}
