using NewsWatch.Contracts;
using NewsWatch.Formats.Text;
using NewsWatch.Formats.Urls;
using NewsWatch.Ingestion.Articles;

namespace NewsWatch.Ingestion.Pages;

/// <summary>Joins what a feed and its item's page say.</summary>
internal static class PageText
{
    /// <summary>Less than this is a notice about cookies or subscriptions, not an article.</summary>
    private const int Shortest = 200;

    /// <summary>The draft with the page's text; <see langword="null"/> where the feed's own is better.</summary>
    /// <param name="feed">As the feed gives it.</param>
    /// <param name="page">The page.</param>
    /// <param name="url">The article's address where it was published already; it keeps its identity.</param>
    /// <param name="believe">Whether an address that a page gives itself can be its own.</param>
    public static ArticleDraft? Join(ArticleDraft feed, PageFetch.Read page, string? url, Func<string, bool> believe)
    {
        var text = page.Article.Body;
        if (!IsBetter(text, feed)) return null;
        return feed with
        {
            Title = string.IsNullOrWhiteSpace(feed.Title) ? PlainText.Cut(page.Article.Title ?? "", ArticleLimits.Title) : feed.Title,
            Summary = string.IsNullOrWhiteSpace(feed.Summary) ? SummaryOf(feed, text) : feed.Summary,
            Body = PlainText.Cut(text, ArticleLimits.Body),
            Url = url ?? (Declared(page) is { } declared && believe(declared) ? declared : feed.Url),
            Author = feed.Author.Count > 0 ? feed.Author : [.. page.Article.Author.Where(a => a.Length <= ArticleLimits.Name)],
            Published = feed.Published ?? page.Article.Published,
            Lang = page.Article.Lang ?? feed.Lang,
        };
    }

    private static bool IsBetter(string page, ArticleDraft feed)
    {
        var own = Math.Max(feed.Body?.Length ?? 0, Teaser.IsBare(feed) ? 0 : feed.Summary?.Length ?? 0);
        return page.Length > own && (page.Length >= Shortest || Teaser.IsBare(feed));
    }

    /// <summary>A teaser that the page does not repeat is worth keeping: editors sum up there.</summary>
    private static string? SummaryOf(ArticleDraft feed, string text)
    {
        var teaser = feed.Body?.Trim().TrimEnd('.', '…', ' ', '[', ']') ?? "";
        return teaser.Length == 0 || teaser.Length > ArticleLimits.Summary || text.Contains(teaser, StringComparison.Ordinal) ? feed.Summary : feed.Body;
    }

    /// <summary>The address that the page gives itself on its own site; one for the whole site is a common mistake and is not believed.</summary>
    private static string? Declared(PageFetch.Read page)
    {
        var declared = CanonicalUrl.Of(page.Article.Canonical, page.Url);
        var respected = declared is not null && declared == CanonicalUrl.Declared(page.Url, page.Article.Canonical);
        return respected && Uri.TryCreate(declared, UriKind.Absolute, out var target) && (target.AbsolutePath.Length > 1 || target.Query.Length > 1) ? declared : null;
    }
}
