using System.Text.Json;
using NewsWatch.Formats.Text;
using NewsWatch.Formats.Text.Dates;
using NewsWatch.Formats.Text.Html;
using NewsWatch.Formats.Urls;

namespace NewsWatch.Formats.Feeds;

/// <summary>JSON Feed 1.0 and 1.1. A member of the wrong type counts as absent, so that it costs neither its item nor the feed.</summary>
internal static class JsonFeedFormat
{
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };

    public static FeedDocument Parse(string json, string? baseUrl)
    {
        using var document = Read(json);
        var root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object || (Text(root, "version")?.Contains("jsonfeed", StringComparison.OrdinalIgnoreCase) != true && !root.TryGetProperty("items", out _)))
            throw new FeedFormatException("The document is JSON, but no JSON Feed: it has neither a JSON Feed 'version' nor 'items'.");
        var lang = LanguageTag.Normalize(Text(root, "language"));
        var authors = Authors(root);
        return new FeedDocument
        {
            Format = FeedFormat.Json,
            Title = Line(root, "title"),
            Url = Link(Text(root, "home_page_url"), baseUrl),
            Lang = lang,
            Self = Link(Text(root, "feed_url"), baseUrl),
            Hubs = Array(root, "hubs").Select(h => Link(Text(h, "url"), baseUrl)).OfType<string>().ToList(),
            Items = Array(root, "items").Where(i => i.ValueKind == JsonValueKind.Object).Select(i => Item(i, authors, lang, baseUrl)).ToList(),
        };
    }

    private static JsonDocument Read(string json)
    {
        try
        {
            return JsonDocument.Parse(json, Lenient);
        }
        catch (JsonException e)
        {
            throw new FeedFormatException($"The document is JSON that is broken at line {e.LineNumber + 1}, column {e.BytePositionInLine + 1}.");
        }
    }

    private static FeedItem Item(JsonElement item, List<string> feedAuthors, string? feedLang, string? baseUrl)
    {
        var own = Authors(item);
        return new FeedItem
        {
            Guid = Text(item, "id"),
            Url = Link(Text(item, "url"), baseUrl) ?? Link(Text(item, "external_url"), baseUrl) ?? (Text(item, "id") is { } id && id.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? id : null),
            Title = Line(item, "title"),
            Author = own.Count > 0 ? own : feedAuthors,
            Tag = Array(item, "tags").Where(t => t.ValueKind == JsonValueKind.String).Select(t => PlainText.Line(t.GetString())).Where(t => t.Length > 0).Distinct().ToList(),
            Published = FeedDate.Parse(Text(item, "date_published")),
            Updated = FeedDate.Parse(Text(item, "date_modified")),
            Summary = PlainText.Paragraphs(Text(item, "summary")),
            Body = Text(item, "content_html") is { Length: > 0 } html ? HtmlText.Of(html) : PlainText.Paragraphs(Text(item, "content_text")),
            Lang = LanguageTag.Normalize(Text(item, "language")) ?? feedLang,
        };
    }

    // 1.0 has one author, 1.1 a list; careful publishers write both.
    private static List<string> Authors(JsonElement parent)
    {
        var many = Array(parent, "authors");
        if (parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty("author", out var one)) many.Insert(0, one);
        return Persons.Distinct(many.Select(a => PlainText.Line(a.ValueKind == JsonValueKind.String ? a.GetString() : Text(a, "name"))));
    }

    private static string? Link(string? link, string? baseUrl) => WebUrl.Resolve(link, baseUrl) is { } url ? (WebUrl.TryParse(link) is null ? url : link) : null;

    private static List<JsonElement> Array(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray()] : [];

    // Titles are plain text by the specification and escaped HTML in the wild.
    private static string? Line(JsonElement parent, string name) =>
        Text(parent, name) is { } text && PlainText.Line(FeedText.OfUnknown(text)) is { Length: > 0 } line ? line : null;

    // Numbers serve as ids in the wild.
    private static string? Text(JsonElement parent, string name)
    {
        if (parent.ValueKind != JsonValueKind.Object || !parent.TryGetProperty(name, out var value)) return null;
        return value.ValueKind switch { JsonValueKind.String => value.GetString(), JsonValueKind.Number => value.GetRawText(), _ => null };
    }
}
