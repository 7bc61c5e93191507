using NewsWatch.Cli.Up.State;

namespace NewsWatch.Cli.Up;

/// <summary>Hears how starting and stopping goes.</summary>
internal interface IUpReport
{
    /// <summary>What is being waited for, in words; replaces what was said before.</summary>
    void Waiting(string text);

    void Ready(RunningPart part, TimeSpan took);

    void Stopped(RunningPart part, bool byForce);
}
