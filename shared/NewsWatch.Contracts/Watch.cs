namespace NewsWatch.Contracts;

/// <summary>A standing query with a topic that its alerts go to.</summary>
public sealed record Watch
{
    /// <summary>22 characters, or a seed's own short name.</summary>
    public required string Id { get; init; }

    /// <summary>What people call it.</summary>
    public required string Name { get; init; }

    /// <summary>In the watch language.</summary>
    public required string Query { get; init; }

    /// <summary>See <see cref="Contracts.Topic"/>.</summary>
    public required string Topic { get; init; }

    /// <summary>Texts that show what it must match and what it must not; <see langword="null"/> where it has none.</summary>
    public WatchExampleTexts? Examples { get; init; }

    /// <summary>A paused watch raises nothing.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>1, 2, … counts edits; the <c>ETag</c> of the HTTP API.</summary>
    public int Version { get; init; }

    /// <summary>When it was created.</summary>
    public DateTimeOffset Created { get; init; }

    /// <summary>When it was last edited.</summary>
    public DateTimeOffset Updated { get; init; }
}
