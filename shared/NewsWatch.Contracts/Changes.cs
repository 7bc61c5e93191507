namespace NewsWatch.Contracts;

/// <summary>A watch was created, edited or removed; every Watcher reads it again.</summary>
public sealed record WatchChanged
{
    /// <summary>The watch.</summary>
    public required string WatchId { get; init; }

    /// <summary>Its version after the change; 0 when it was removed.</summary>
    public int Version { get; init; }
}

/// <summary>A fragment was created, edited or removed; every Watcher reads it again, with the watches that it is part of.</summary>
public sealed record FragmentChanged
{
    /// <summary>The fragment.</summary>
    public required string Name { get; init; }

    /// <summary>Its version after the change; 0 when it was removed.</summary>
    public int Version { get; init; }
}

/// <summary>A feed was created, edited, removed or is to be polled now; every Ingestion instance reads it again.</summary>
public sealed record FeedChanged
{
    /// <summary>The feed.</summary>
    public required string FeedId { get; init; }

    /// <summary>Its version after the change; 0 when it was removed.</summary>
    public int Version { get; init; }

    /// <summary>Poll it now, whatever its schedule says.</summary>
    public bool Refresh { get; init; }
}
