using System.ComponentModel.DataAnnotations;

namespace NewsWatch.ServiceDefaults.Messaging;

/// <summary>Settings below <c>NewsWatch:Bus</c>.</summary>
public sealed class BusOptions
{
    /// <summary>Section name.</summary>
    public const string Section = "NewsWatch:Bus";

    /// <summary>How long a publish may wait for the broker before the sender is told to come back. Default 10 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan PublishTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long what is in hand may take to finish when the process is told to stop; then it is given back and comes again. Default 10 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:00:30")]
    public TimeSpan StopTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Messages a consumer holds unacknowledged. Default 32: each carries a batch of articles.</summary>
    [Range(1, 10_000)]
    public ushort PrefetchCount { get; set; } = 32;

    /// <summary>In one process: batches that may be on their way before a publish waits. Default 1,000.</summary>
    [Range(1, 1_000_000)]
    public int InMemoryCapacity { get; set; } = 1_000;
}
