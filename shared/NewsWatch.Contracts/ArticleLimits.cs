namespace NewsWatch.Contracts;

/// <summary>How long an article's parts may be, in UTF-16 units. Ingestion cuts or refuses; everything behind it relies on them.</summary>
public static class ArticleLimits
{
    /// <summary>Longest title kept.</summary>
    public const int Title = 2_000;

    /// <summary>Longest summary kept.</summary>
    public const int Summary = 20_000;

    /// <summary>Longest body kept: half of what Elasticsearch highlights by default.</summary>
    public const int Body = 500_000;

    /// <summary>Longest URL kept.</summary>
    public const int Url = 2_048;

    /// <summary>Longest source, author or tag kept.</summary>
    public const int Name = 256;

    /// <summary>Most revisions of an article: one a minute for two months.</summary>
    public const int Revisions = 100_000;

    /// <summary>Most authors or tags kept.</summary>
    public const int Names = 50;
}
