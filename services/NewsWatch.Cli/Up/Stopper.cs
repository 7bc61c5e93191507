using System.Diagnostics;
using NewsWatch.Cli.Up.Processes;
using NewsWatch.Cli.Up.State;

namespace NewsWatch.Cli.Up;

/// <summary>Stops exactly what was started, last first.</summary>
internal sealed class Stopper(IUpReport report, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(50);

    public async Task DownAsync(StateFile file, UpState state, CancellationToken cancellationToken)
    {
        foreach (var part in state.Parts.Reverse())
        {
            report.Waiting($"stopping {part.Name}");
            var obeyed = part.StopCommand is { } command ? await RunAsync(command, cancellationToken) : await Ending.EndAsync(part.Process, Patience, time, cancellationToken);
            report.Stopped(part, byForce: !obeyed);
        }

        file.Forget();
    }

    private static async Task<bool> RunAsync(IReadOnlyList<string> command, CancellationToken cancellationToken)
    {
        using var process = Process.Start(new ProcessStartInfo(command[0], command.Skip(1)))!;
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode == 0 ? true : throw new InvalidOperationException($"'{string.Join(' ', command)}' failed with exit code {process.ExitCode}.");
    }
}
