namespace NewsWatch.Cli.Up.Health;

/// <summary>What is known of a part.</summary>
internal enum PartCondition
{
    /// <summary>Its process is gone.</summary>
    Stopped,

    /// <summary>It lives but cannot do its work (yet).</summary>
    NotReady,

    /// <summary>It says itself that it can work.</summary>
    Ready,
}

/// <summary>A part's own word on itself.</summary>
/// <param name="Condition">The short form.</param>
/// <param name="Reason">Why it is not ready, in words; absent when it is.</param>
internal sealed record PartHealth(PartCondition Condition, string? Reason = null)
{
    public static PartHealth Ready { get; } = new(PartCondition.Ready);
}
