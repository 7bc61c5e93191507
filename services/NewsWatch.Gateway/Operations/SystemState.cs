using NewsWatch.ServiceDefaults.Messaging.Errors;

namespace NewsWatch.Gateway.Operations;

/// <summary>How the whole system is doing, as far as this process can see it.</summary>
public sealed record SystemState
{
    public required string Version { get; init; }

    public required IReadOnlyList<PartState> Parts { get; init; }

    public required BrokerReport Broker { get; init; }

    public required ArchiveReport Archive { get; init; }

    public required FeedReport Feeds { get; init; }
}

/// <summary>One part: a process, or something that a process needs.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="State"><c>ready</c>, <c>waiting</c> (it answers and cannot work, the detail says why) or <c>away</c> (it does not answer).</param>
/// <param name="Detail">More, in plain words.</param>
public sealed record PartState(string Name, string State, string? Detail)
{
    public const string Ready = "ready";
    public const string Waiting = "waiting";
    public const string Away = "away";
}

/// <summary>The broker's queues; <see cref="Problem"/> says why they are not known.</summary>
public sealed record BrokerReport(string Name, IReadOnlyList<QueueState> Queues, string? Problem);

/// <summary>What came into the archive lately; <see cref="Problem"/> says why that is not known.</summary>
public sealed record ArchiveReport(string Name, long Articles, long ArticlesLastHour, long ArticlesLastDay, long AlertsLastHour, bool MoreAlerts, string? Problem);

/// <summary>Feeds by state.</summary>
public sealed record FeedReport(int Total, IReadOnlyDictionary<string, int> ByStatus);
