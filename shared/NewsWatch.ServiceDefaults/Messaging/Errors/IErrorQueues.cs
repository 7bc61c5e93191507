namespace NewsWatch.ServiceDefaults.Messaging.Errors;

/// <summary>The messages that were put aside: to be looked at, given back once their reason is gone, or dropped.</summary>
public interface IErrorQueues
{
    /// <summary>The messages put aside from a queue, oldest first. They stay where they are.</summary>
    /// <param name="queue">The queue that they failed in, one of <see cref="Queues.Durable"/>.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="BrokerUnavailableException">The broker does not answer.</exception>
    Task<IReadOnlyList<FailedMessage>> ListAsync(string queue, int limit, CancellationToken cancellationToken = default);

    /// <summary>Gives one message, or all of them, back to the queue that they failed in. Each leaves the error queue only when the queue has it.</summary>
    /// <param name="queue">The queue that they failed in.</param>
    /// <param name="id">Which; <see langword="null"/> for all that were there when the call began.</param>
    /// <param name="cancellationToken">Stops between two messages.</param>
    /// <returns>How many were given back.</returns>
    Task<int> ReplayAsync(string queue, string? id, CancellationToken cancellationToken = default);

    /// <summary>Drops one message for good.</summary>
    /// <returns>Whether there was one.</returns>
    Task<bool> DiscardAsync(string queue, string id, CancellationToken cancellationToken = default);
}

/// <summary>A message that was put aside.</summary>
public sealed record FailedMessage
{
    /// <summary>Names it while it is there.</summary>
    public required string Id { get; init; }

    /// <summary>The queue that it failed in.</summary>
    public required string Queue { get; init; }

    /// <summary>Why, as the service said it.</summary>
    public required string Reason { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset? Failed { get; init; }

    /// <summary>What it holds, in few words: titles of articles, the watch of an alert.</summary>
    public required string Content { get; init; }

    /// <summary>Size of the message in bytes.</summary>
    public required int Bytes { get; init; }
}
