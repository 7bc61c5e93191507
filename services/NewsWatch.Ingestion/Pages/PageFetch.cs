using NewsWatch.Formats.Pages;

namespace NewsWatch.Ingestion.Pages;

/// <summary>What asking for a page gave.</summary>
internal abstract record PageFetch
{
    /// <summary>The page's article.</summary>
    public sealed record Read(PageArticle Article, string Url) : PageFetch;

    /// <summary>It cannot be had now, but perhaps later.</summary>
    public sealed record Later(string Reason) : PageFetch;

    /// <summary>It cannot be had, and asking again would not help.</summary>
    public sealed record Never(string Reason) : PageFetch;
}
