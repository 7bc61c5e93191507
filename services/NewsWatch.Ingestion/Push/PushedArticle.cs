using System.Text.Json;
using NewsWatch.Contracts;
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
            var members = new Members();
            foreach (var member in element.EnumerateObject()) members.Take(member);
            return new(members.ToDraft(), null);
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
        // What most send is read in a tenth of the time. Without the Z it would be taken as the time of this machine.
        if (text.EndsWith('Z') && value.TryGetDateTimeOffset(out var exact)) return exact;
        return Rfc3339.TryRead(text, out var time)
            ? time
            : throw new FormatException($"'published' must be a time such as 2026-11-25T10:42:00Z (RFC 3339), not '{Excerpt.Of(text)}'.");
    }

    /// <summary>What was read so far; a later member of the same name counts.</summary>
    private struct Members()
    {
        private string? _title, _summary, _body, _url, _guid, _source, _lang;
        private IReadOnlyList<string> _author = [], _tag = [];
        private DateTimeOffset? _published;

        // By the bytes: a name as a string would be thrown away at once.
        public void Take(JsonProperty member)
        {
            if (member.NameEquals("title"u8)) _title = Text("title", member.Value);
            else if (member.NameEquals("summary"u8)) _summary = Text("summary", member.Value);
            else if (member.NameEquals("body"u8)) _body = Text("body", member.Value);
            else if (member.NameEquals("url"u8)) _url = Text("url", member.Value);
            else if (member.NameEquals("guid"u8)) _guid = Text("guid", member.Value);
            else if (member.NameEquals("source"u8)) _source = Text("source", member.Value);
            else if (member.NameEquals("author"u8)) _author = Texts("author", member.Value);
            else if (member.NameEquals("tag"u8)) _tag = Texts("tag", member.Value);
            else if (member.NameEquals("lang"u8)) _lang = Language(member.Value);
            else if (member.NameEquals("published"u8)) _published = Time(member.Value);
            else throw new FormatException($"Unknown member '{Excerpt.Of(member.Name)}'; an article has {Known}.");
        }

        public readonly ArticleDraft ToDraft() => new()
        {
            Title = _title,
            Summary = _summary,
            Body = _body,
            Url = _url,
            Guid = _guid,
            Source = _source,
            Author = _author,
            Tag = _tag,
            Lang = _lang,
            Published = _published,
        };
    }
}
