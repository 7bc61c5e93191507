using System.Text.Json;
using NewsWatch.Matching;

namespace NewsWatch.Cli.Match;

/// <summary>An article of the input: its id as given, its texts untouched, so that offsets lead into the input.</summary>
internal sealed record OfflineArticle(JsonElement? Id, int Line, Document Document)
{
    /// <exception cref="FormatException">The line is not an article; the message says why.</exception>
    public static OfflineArticle Read(string line, int number)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            if (root.ValueKind != JsonValueKind.Object) throw new FormatException("An article is a JSON object.");
            return new OfflineArticle(root.TryGetProperty("id", out var id) ? id.Clone() : null, number, DocumentOf(root));
        }
        catch (JsonException e)
        {
            throw new FormatException($"The line is not JSON: {e.Message}", e);
        }
        catch (InvalidOperationException e)
        {
            throw new FormatException("A text in the line is not valid Unicode.", e);
        }
    }

    /// <summary>The article's own id, or the number of its line.</summary>
    public void WriteId(Utf8JsonWriter json)
    {
        if (Id is { } id) id.WriteTo(json);
        else json.WriteNumberValue(Line);
    }

    private static Document DocumentOf(JsonElement article) => new()
    {
        Title = Text(article, "title"),
        Summary = Text(article, "summary"),
        Body = Text(article, "body"),
        Source = Text(article, "source"),
        Domain = Text(article, "domain"),
        Lang = Text(article, "lang") is { Length: > 0 } lang ? lang : "und",
        Url = Text(article, "url"),
        Author = Texts(article, "author"),
        Tag = Texts(article, "tag"),
    };

    private static string Text(JsonElement article, string name)
    {
        if (!article.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null) return "";
        return value.ValueKind == JsonValueKind.String ? value.GetString()! : throw new FormatException($"'{name}' must be a string.");
    }

    private static IReadOnlyList<string> Texts(JsonElement article, string name)
    {
        if (!article.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null) return [];
        if (value.ValueKind == JsonValueKind.String) return [value.GetString()!];
        if (value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(v => v.ValueKind == JsonValueKind.String)) return [.. value.EnumerateArray().Select(v => v.GetString()!)];
        throw new FormatException($"'{name}' must be a string or an array of strings.");
    }
}
