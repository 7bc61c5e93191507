using System.Diagnostics;
using NewsWatch.Cli.Up.Processes;

namespace NewsWatch.UnitTests.Up;

/// <summary>A real process that leads a group of its own, ended with the test.</summary>
internal sealed class ChildProcess : IDisposable
{
    private readonly Process _process;

    private ChildProcess(Process process)
    {
        _process = process;
        Identity = ProcessIdentity.Of(process.Id)!;
    }

    public ProcessIdentity Identity { get; }

    public bool HasExited => _process.HasExited;

    /// <summary>Runs a shell script that must print a line once it is set up, and waits for that line.</summary>
    public static async Task<ChildProcess> StartAsync(string script)
    {
        var start = OwnGroup.Of(["/bin/sh", "-c", script]);
        start.RedirectStandardOutput = true;
        var process = Process.Start(start)!;
        await process.StandardOutput.ReadLineAsync();
        return new ChildProcess(process);
    }

    public Task WaitForExitAsync(CancellationToken cancellationToken) => _process.WaitForExitAsync(cancellationToken);

    public void Dispose()
    {
        if (!_process.HasExited) Signals.KillGroup(_process.Id);
        _process.Dispose();
    }
}
