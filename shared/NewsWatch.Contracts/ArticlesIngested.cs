namespace NewsWatch.Contracts;

/// <summary>New articles and new revisions were taken in: what one poll, push or file brought, or what gathered within a few milliseconds.</summary>
/// <remarks>Batches because a message costs a hundred times what matching one article costs.</remarks>
public sealed record ArticlesIngested
{
    /// <summary>At most this many bytes of article text travel in one message.</summary>
    public const int MaxBytes = 256 * 1024;

    /// <summary>One or more articles.</summary>
    public required IReadOnlyList<IngestedArticle> Articles { get; init; }

    /// <summary>Alerts of another archive that is being moved here: they were raised once, so they are stored and told to nobody. Absent from all news.</summary>
    public IReadOnlyList<AlertRaised>? ImportedAlerts { get; init; }
}

/// <summary>An article in a batch with the trace it belongs to.</summary>
public sealed record IngestedArticle
{
    /// <summary>The article.</summary>
    public required Article Article { get; init; }

    /// <summary>W3C <c>traceparent</c> of the push, fetch or file that brought it.</summary>
    public string? TraceParent { get; init; }

    /// <summary>W3C <c>tracestate</c>.</summary>
    public string? TraceState { get; init; }

    /// <summary>Old material: stored, but raises no alert.</summary>
    public bool Backfill { get; init; }
}
