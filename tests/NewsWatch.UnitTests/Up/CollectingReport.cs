using NewsWatch.Cli.Up;
using NewsWatch.Cli.Up.State;

namespace NewsWatch.UnitTests.Up;

internal sealed class CollectingReport : IUpReport
{
    public List<string> Lines { get; } = [];

    public void Waiting(string text)
    {
    }

    public void Ready(RunningPart part, TimeSpan took) => Lines.Add("ready " + part.Name);

    public void Stopped(RunningPart part, bool byForce) => Lines.Add((byForce ? "killed " : "stopped ") + part.Name);
}
