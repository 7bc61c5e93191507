using NewsWatch.Cli.Up.Parts;
using NewsWatch.Cli.Up.Processes;
using NewsWatch.Cli.Up.State;

namespace NewsWatch.UnitTests.Up;

/// <summary>A part whose process is a shell script.</summary>
internal sealed class ScriptPart(string name, string script, Uri probe, string folder) : IPart
{
    public string Name => name;

    public IReadOnlyList<int> Ports { get; init; } = [];

    public string? Problem { get; init; }

    public int Starts { get; private set; }

    public Task<RunningPart> StartAsync(CancellationToken cancellationToken)
    {
        Starts++;
        var log = Path.Combine(folder, name + ".log");
        var process = DetachedProcess.Start(["/bin/sh", "-c", script], new Dictionary<string, string>(), folder, log);
        return Task.FromResult(new RunningPart { Name = name, Address = "here", Probe = probe, Log = log, Process = process, Started = DateTimeOffset.UnixEpoch });
    }
}
