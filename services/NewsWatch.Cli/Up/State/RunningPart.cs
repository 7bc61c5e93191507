using NewsWatch.Cli.Up.Processes;

namespace NewsWatch.Cli.Up.State;

/// <summary>A part that was started: all that a later command needs to ask after it and to end it.</summary>
internal sealed record RunningPart
{
    public required string Name { get; init; }

    /// <summary>What people open or connect to.</summary>
    public required string Address { get; init; }

    /// <summary>Where it tells whether it is ready: an <c>http</c> address, or <c>amqp</c> for a broker's greeting.</summary>
    public required Uri Probe { get; init; }

    public required string Log { get; init; }

    public required ProcessIdentity Process { get; init; }

    /// <summary>How to end it where a signal is not the way.</summary>
    public IReadOnlyList<string>? StopCommand { get; init; }

    public required DateTimeOffset Started { get; init; }
}
