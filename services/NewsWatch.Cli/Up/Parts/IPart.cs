using NewsWatch.Cli.Up.State;

namespace NewsWatch.Cli.Up.Parts;

/// <summary>A part of the distributed form that can be started. Once started it is a <see cref="RunningPart"/>, which any later command can ask after and end.</summary>
internal interface IPart
{
    string Name { get; }

    /// <summary>The ports of 127.0.0.1 that must be free.</summary>
    IReadOnlyList<int> Ports { get; }

    /// <summary>What is missing on this machine and how to get it; absent when nothing is.</summary>
    string? Problem => null;

    /// <summary>Starts it; whether it is ready is asked afterwards.</summary>
    Task<RunningPart> StartAsync(CancellationToken cancellationToken);
}
