using NewsWatch.Contracts;
using NewsWatch.Formats.Feeds;
using NewsWatch.Formats.Urls;
using NewsWatch.Ingestion.Articles;
using NewsWatch.Ingestion.Pages;
using NewsWatch.Storage.Feeds;

namespace NewsWatch.Ingestion.Feeds;

/// <summary>A feed's items sorted by what is to be done with them.</summary>
/// <param name="Ready">Articles as the feed gives them.</param>
/// <param name="Old">The same, but so old at the feed's first poll that nobody wants to be alerted.</param>
/// <param name="Pages">Items whose page is to be fetched.</param>
/// <param name="Remembered">What is known of items whose pages were dealt with before.</param>
internal sealed record FeedItems(IReadOnlyList<ArticleDraft> Ready, IReadOnlyList<ArticleDraft> Old, IReadOnlyList<WaitingItem> Pages, IReadOnlyList<RememberedItem> Remembered)
{
    public static FeedItems Sort(FeedDocument document, Feed feed, FeedState state, bool first, DateTimeOffset oldBefore)
    {
        var (ready, old, pages, remembered) = (new List<ArticleDraft>(), new List<ArticleDraft>(), new List<WaitingItem>(), new List<RememberedItem>());
        var known = (state.Remembered ?? []).DistinctBy(r => r.Item).ToDictionary(r => r.Item, StringComparer.Ordinal);
        var source = feed.Source ?? feed.Title ?? document.Title;
        foreach (var item in document.Items)
        {
            var draft = ToDraft(item, feed, source);
            var isOld = first && draft.Published < oldBefore;
            if (!Teaser.WantsPage(draft, feed.FetchPages)) (isOld ? old : ready).Add(draft);
            else if (Remember(draft, item, known) is var memory && memory.Tries < 0) remembered.Add(memory);
            else if (Teaser.IsBare(draft) && first && draft.Published is null) remembered.Add(memory with { Tries = -1 });
            else if (isOld && !Teaser.IsBare(draft)) (remembered, old) = (With(remembered, memory with { Tries = -1 }), With(old, draft));
            else pages.Add(new WaitingItem(draft, memory, known.ContainsKey(memory.Item)));
        }

        return new FeedItems(ready, old, WithoutDuplicates(pages), remembered);
    }

    private static List<T> With<T>(List<T> list, T item)
    {
        list.Add(item);
        return list;
    }

    /// <summary>What is known of the item; 0 tries where its page is wanted for the first time, or again because the feed says something new of it.</summary>
    private static RememberedItem Remember(ArticleDraft draft, FeedItem item, Dictionary<string, RememberedItem> known)
    {
        var name = DerivedId.From(CanonicalUrl.Of(draft.Url!) ?? draft.Url!);
        var text = DerivedId.From(draft.Title ?? "", draft.Summary ?? "", draft.Body ?? "", item.Updated?.ToString("O") ?? "");
        return known.TryGetValue(name, out var before)
            ? before.Text == text ? before : before with { Text = text, Tries = 0 }
            : new RememberedItem(name, text, 0);
    }

    private static List<WaitingItem> WithoutDuplicates(List<WaitingItem> pages) => [.. pages.DistinctBy(p => p.Memory.Item)];

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
