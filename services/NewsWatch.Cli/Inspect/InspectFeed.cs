using NewsWatch.Cli.Inspect.Sources;
using NewsWatch.Formats.Feeds;

namespace NewsWatch.Cli.Inspect;

/// <summary><c>inspect feed</c>: what a feed's items are read as.</summary>
internal sealed class InspectFeed(IDocumentSource source, ILanguageSource language, string? baseUrl = null, string? contentType = null) : InspectCommand(source)
{
    protected override InspectLine Inspect(string argument, InspectedDocument document)
    {
        var feed = FeedParser.Parse(document.Bytes, contentType ?? document.ContentType, baseUrl ?? document.Url);
        return new FeedLine { Input = argument, Format = feed.Format, Title = feed.Title, Url = feed.Url, Items = feed.Items.Select(Item).ToList() };
    }

    protected override InspectLine Failed(string argument, string error) => new FeedLine { Input = argument, Error = error };

    private FeedLineItem Item(FeedItem item) => new(
        item.Guid, item.Url, item.Title, item.Author, item.Tag, item.Published, item.Updated, item.Summary, item.Body,
        item.Lang ?? language.Detect($"{item.Title}\n{item.Summary}\n{item.Body}"));
}

internal sealed record FeedLine : InspectLine
{
    public FeedFormat? Format { get; init; }

    public string? Title { get; init; }

    public string? Url { get; init; }

    public IReadOnlyList<FeedLineItem> Items { get; init; } = [];
}

internal sealed record FeedLineItem(
    string? Guid, string? Url, string? Title, IReadOnlyList<string> Author, IReadOnlyList<string> Tag,
    DateTimeOffset? Published, DateTimeOffset? Updated, string Summary, string Body, string Lang);
