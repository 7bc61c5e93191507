using System.Text.Json;
using NewsWatch.Contracts;
using NewsWatch.Formats.Text;
using NewsWatch.Ingestion.Articles;

namespace NewsWatch.Ingestion.Push;

/// <summary>Reads one pushed article; unknown members and wrong types are named.</summary>
internal static class PushedArticle
{
    private const string Known = "title, summary, body, url, source, author, tag, lang, published, guid";

    /// <summary>Reads the value at which the reader stands; afterwards it stands at the value's end, whatever the value was.</summary>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public static DraftOrError Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            var kind = NameOf(reader.TokenType);
            reader.Skip();
            return new(null, $"An article is a JSON object, not {kind}.");
        }

        var depth = reader.CurrentDepth;
        try
        {
            var members = new Members();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName) members.Take(ref reader);
            return new(members.ToDraft(), null);
        }
        catch (FormatException e)
        {
            SkipTo(depth, ref reader);
            return new(null, e.Message);
        }
        catch (InvalidOperationException)
        {
            // Text is decoded only here; the reader does not look inside strings.
            SkipTo(depth, ref reader);
            return new(null, "A text in it is not valid UTF-8.");
        }
    }

    public static string NameOf(JsonTokenType token) => token switch
    {
        JsonTokenType.StartArray => "an array",
        JsonTokenType.StartObject => "an object",
        JsonTokenType.String => "a string",
        JsonTokenType.Number => "a number",
        JsonTokenType.Null => "null",
        _ => "true or false",
    };

    private static void SkipTo(int depth, ref Utf8JsonReader reader)
    {
        while (reader.TokenType != JsonTokenType.EndObject || reader.CurrentDepth > depth) reader.Read();
    }

    private static string? Text(string name, ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String => reader.GetString(),
        JsonTokenType.Null => null,
        _ => throw new FormatException($"'{name}' must be a string, not {NameOf(reader.TokenType)}."),
    };

    /// <summary>A list of names; a single name may stand without the brackets.</summary>
    private static List<string> Texts(string name, ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.Null => [],
        JsonTokenType.String => [reader.GetString()!],
        JsonTokenType.StartArray => List(name, ref reader),
        _ => throw new FormatException($"'{name}' must be an array of strings, not {NameOf(reader.TokenType)}."),
    };

    private static List<string> List(string name, ref Utf8JsonReader reader)
    {
        var texts = new List<string>();
        while (reader.Read() && reader.TokenType == JsonTokenType.String) texts.Add(reader.GetString()!);
        return reader.TokenType == JsonTokenType.EndArray ? texts : throw new FormatException($"'{name}' must be an array of strings only.");
    }

    private static string? Language(ref Utf8JsonReader reader)
    {
        var tag = Text("lang", ref reader);
        if (string.IsNullOrEmpty(tag)) return null;
        return LanguageTag.Normalize(tag) ?? throw new FormatException($"'lang' must be a language tag such as 'en' or 'pt-BR', not '{Excerpt.Of(tag)}'.");
    }

    private static DateTimeOffset? Time(ref Utf8JsonReader reader)
    {
        // What most send is read in a tenth of the time. Without the Z it would be taken as the time of this machine.
        if (reader.TokenType == JsonTokenType.String && reader.ValueSpan.EndsWith("Z"u8) && reader.TryGetDateTimeOffset(out var exact)) return exact;
        var text = Text("published", ref reader);
        if (string.IsNullOrEmpty(text)) return null;
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
        public void Take(ref Utf8JsonReader reader)
        {
            if (Enters("title"u8, ref reader)) _title = Text("title", ref reader);
            else if (Enters("summary"u8, ref reader)) _summary = Text("summary", ref reader);
            else if (Enters("body"u8, ref reader)) _body = Text("body", ref reader);
            else if (Enters("url"u8, ref reader)) _url = Text("url", ref reader);
            else if (Enters("guid"u8, ref reader)) _guid = Text("guid", ref reader);
            else if (Enters("source"u8, ref reader)) _source = Text("source", ref reader);
            else if (Enters("author"u8, ref reader)) _author = Texts("author", ref reader);
            else if (Enters("tag"u8, ref reader)) _tag = Texts("tag", ref reader);
            else if (Enters("lang"u8, ref reader)) _lang = Language(ref reader);
            else if (Enters("published"u8, ref reader)) _published = Time(ref reader);
            else throw new FormatException($"Unknown member '{Excerpt.Of(reader.GetString()!)}'; an article has {Known}.");
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

        /// <summary>Goes on to the value where the member at which the reader stands has that name.</summary>
        private static bool Enters(ReadOnlySpan<byte> name, ref Utf8JsonReader reader) => reader.ValueTextEquals(name) && reader.Read();
    }
}
