using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using NewsWatch.Formats.Feeds;

namespace NewsWatch.Formats.Pages;

/// <summary>Reads schema.org articles from JSON-LD, which many pages write carelessly.</summary>
internal static partial class JsonLd
{
    private const int Deepest = 12;

    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    public static JsonLdArticle Read(IHtmlDocument document)
    {
        var article = new JsonLdArticle();
        foreach (var script in document.QuerySelectorAll("script[type='application/ld+json' i]"))
        {
            if (TryParse(script.TextContent) is not { } json) continue;
            using (json) Visit(json.RootElement, article, ById(json.RootElement), 0);
        }

        return article;
    }

    private static JsonDocument? TryParse(string text)
    {
        text = Wrapping().Replace(text.Trim(), "");
        foreach (var attempt in new[] { text, LineBreaks().Replace(text, " ") })
        {
            try
            {
                return JsonDocument.Parse(attempt, Lenient);
            }
            catch (JsonException)
            {
            }
        }

        return null;
    }

    private static void Visit(JsonElement node, JsonLdArticle article, Dictionary<string, JsonElement> ids, int depth)
    {
        if (depth > Deepest) return;
        if (node.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in node.EnumerateArray()) Visit(item, article, ids, depth + 1);
        }
        else if (node.ValueKind == JsonValueKind.Object)
        {
            if (IsArticle(node)) Take(node, article, ids);
            foreach (var name in new[] { "@graph", "mainEntity", "mainEntityOfPage", "itemListElement" })
            {
                if (node.TryGetProperty(name, out var inner)) Visit(inner, article, ids, depth + 1);
            }
        }
    }

    private static void Take(JsonElement node, JsonLdArticle article, Dictionary<string, JsonElement> ids)
    {
        article.Headline ??= Text(node, "headline");
        article.Body ??= Text(node, "articleBody");
        article.Published ??= Text(node, "datePublished") ?? Text(node, "dateCreated");
        article.Modified ??= Text(node, "dateModified");
        article.Language ??= Text(node, "inLanguage");
        article.Image ??= node.TryGetProperty("image", out var image) ? Url(image) : null;
        article.Description ??= Text(node, "description");
        foreach (var role in new[] { "author", "creator" })
        {
            if (article.Authors.Count == 0 && node.TryGetProperty(role, out var author)) TakeAuthors(author, article, ids);
        }
    }

    private static void TakeAuthors(JsonElement author, JsonLdArticle article, Dictionary<string, JsonElement> ids)
    {
        if (author.ValueKind == JsonValueKind.Array)
        {
            foreach (var one in author.EnumerateArray()) TakeAuthors(one, article, ids);
            return;
        }

        (Text(author, "@type") == "Organization" ? article.Organizations : article.Authors).AddRange(Names(author, ids));
    }

    private static IEnumerable<string> Names(JsonElement author, Dictionary<string, JsonElement> ids)
    {
        if (author.ValueKind == JsonValueKind.Array) return author.EnumerateArray().SelectMany(a => Names(a, ids));
        if (author.ValueKind == JsonValueKind.String) return [author.GetString()!];
        if (author.ValueKind != JsonValueKind.Object) return [];
        if (author.TryGetProperty("name", out var name)) return Names(name, ids);
        return Text(author, "@id") is { } id && ids.TryGetValue(id, out var known) && known.TryGetProperty("name", out var its) ? Names(its, []) : [];
    }

    private static Dictionary<string, JsonElement> ById(JsonElement root)
    {
        var ids = new Dictionary<string, JsonElement>();
        var nodes = root.ValueKind == JsonValueKind.Object && root.TryGetProperty("@graph", out var graph) ? graph : root;
        if (nodes.ValueKind != JsonValueKind.Array) return ids;
        foreach (var node in nodes.EnumerateArray().Where(n => n.ValueKind == JsonValueKind.Object))
        {
            if (Text(node, "@id") is { } id) ids.TryAdd(id, node);
        }

        return ids;
    }

    private static bool IsArticle(JsonElement node)
    {
        if (!node.TryGetProperty("@type", out var type)) return false;
        var types = type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(t => t.ToString()) : [type.ToString()];
        return types.Any(t => t.EndsWith("Article", StringComparison.Ordinal) || t is "BlogPosting" or "Report" or "LiveBlogPosting" or "SocialMediaPosting" or "WebPage" or "Recipe" or "Review");
    }

    private static string? Url(JsonElement image) => image.ValueKind switch
    {
        JsonValueKind.String => image.GetString(),
        JsonValueKind.Array => image.EnumerateArray().Select(Url).FirstOrDefault(u => u is not null),
        JsonValueKind.Object => Text(image, "url") ?? Text(image, "contentUrl"),
        _ => null,
    };

    private static string? Text(JsonElement node, string name) =>
        node.ValueKind == JsonValueKind.Object && node.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && FeedText.OfUnknown(value.GetString()!) is { Length: > 0 } text ? text : null;

    [GeneratedRegex(@"^(?:<!--|/\*\s*<!\[CDATA\[\s*\*/|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|/\*\s*\]\]>\s*\*/|//\s*\]\]>|\]\]>)$|;\s*$")]
    private static partial Regex Wrapping();

    [GeneratedRegex(@"[\r\n\t]+")]
    private static partial Regex LineBreaks();
}
