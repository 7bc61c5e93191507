using System.Globalization;
using System.Text.Json;
using NewsWatch.Formats.Text;
using NewsWatch.Ingestion.Articles;

namespace NewsWatch.Ingestion.Push;

/// <summary>Reads one pushed article; unknown members and wrong types are named.</summary>
internal static class PushedArticle
{
    private const string Known = "title, summary, body, url, source, author, tag, lang, published, guid";

    public static DraftOrError Read(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object) return new(null, $"An article is a JSON object, not {NameOf(element.ValueKind)}.");
        try
        {
            var draft = new ArticleDraft();
            foreach (var member in element.EnumerateObject()) draft = With(draft, member.Name, member.Value);
            return new(draft, null);
        }
        catch (FormatException e)
        {
            return new(null, e.Message);
        }
        catch (InvalidOperationException)
        {
            // Text is decoded only here; the parser does not look inside strings.
            return new(null, "A text in it is not valid UTF-8.");
        }
    }

    public static string NameOf(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Array => "an array",
        JsonValueKind.Object => "an object",
        JsonValueKind.String => "a string",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        _ => "true or false",
    };

    private static ArticleDraft With(ArticleDraft draft, string name, JsonElement value) => name switch
    {
        "title" => draft with { Title = Text(name, value) },
        "summary" => draft with { Summary = Text(name, value) },
        "body" => draft with { Body = Text(name, value) },
        "url" => draft with { Url = Text(name, value) },
        "guid" => draft with { Guid = Text(name, value) },
        "source" => draft with { Source = Text(name, value) },
        "author" => draft with { Author = Texts(name, value) },
        "tag" => draft with { Tag = Texts(name, value) },
        "lang" => draft with { Lang = Language(value) },
        "published" => draft with { Published = Time(value) },
        _ => throw new FormatException($"Unknown member '{Excerpt.Of(name)}'; an article has {Known}."),
    };

    private static string? Text(string name, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Null => null,
        _ => throw new FormatException($"'{name}' must be a string, not {NameOf(value.ValueKind)}."),
    };

    /// <summary>A list of names; a single name may stand without the brackets.</summary>
    private static IReadOnlyList<string> Texts(string name, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => [],
        JsonValueKind.String => [value.GetString()!],
        JsonValueKind.Array when value.EnumerateArray().All(v => v.ValueKind == JsonValueKind.String) => [.. value.EnumerateArray().Select(v => v.GetString()!)],
        JsonValueKind.Array => throw new FormatException($"'{name}' must be an array of strings only."),
        _ => throw new FormatException($"'{name}' must be an array of strings, not {NameOf(value.ValueKind)}."),
    };

    private static string? Language(JsonElement value)
    {
        var tag = Text("lang", value);
        if (string.IsNullOrEmpty(tag)) return null;
        return LanguageTag.Normalize(tag) ?? throw new FormatException($"'lang' must be a language tag such as 'en' or 'pt-BR', not '{Excerpt.Of(tag)}'.");
    }

    private static DateTimeOffset? Time(JsonElement value)
    {
        var text = Text("published", value);
        if (string.IsNullOrEmpty(text)) return null;
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time.ToUniversalTime()
            : throw new FormatException($"'published' must be a time such as 2026-11-25T10:42:00Z (RFC 3339), not '{Excerpt.Of(text)}'.");
    }
}
