using NewsWatch.Contracts;
using NewsWatch.Formats.Feeds;
using NewsWatch.Ingestion.Articles;

namespace NewsWatch.Ingestion.Feeds;

/// <summary>Turns what a feed says into drafts.</summary>
internal static class FeedItems
{
    public static IReadOnlyList<ArticleDraft> ToDrafts(FeedDocument document, Feed feed)
    {
        var source = feed.Source ?? feed.Title ?? document.Title;
        return [.. document.Items.Select(item => ToDraft(item, feed, source))];
    }

    private static ArticleDraft ToDraft(FeedItem item, Feed feed, string? source) => new()
    {
        Title = Cut(item.Title, ArticleLimits.Title),
        Summary = Cut(item.Summary, ArticleLimits.Summary),
        Body = Cut(item.Body, ArticleLimits.Body),
        Url = item.Url?.Length <= ArticleLimits.Url ? item.Url : null,
        Guid = Cut(item.Guid, ArticleLimits.Url),
        Source = Cut(source, ArticleLimits.Name),
        Author = [.. item.Author.Select(a => Cut(a, ArticleLimits.Name)!)],
        Tag = [.. feed.Tag.Concat(item.Tag).Select(t => Cut(t, ArticleLimits.Name)!)],
        Lang = item.Lang,
        Published = item.Published ?? item.Updated,
    };

    /// <summary>A sender can be told that a text is too long; a feed cannot, so its text is cut.</summary>
    private static string? Cut(string? text, int limit) =>
        text is null || text.Length <= limit ? text : text[..(char.IsHighSurrogate(text[limit - 1]) ? limit - 1 : limit)];
}
