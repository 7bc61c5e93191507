using System.Text.Json;

namespace NewsWatch.UnitTests.Matching.Watches.OtherEngines;

/// <summary>Says what Quickwit's Elasticsearch cases ask of text fields in the watch language.</summary>
/// <param name="Fields">The fields asked.</param>
/// <param name="Watch">The query.</param>
internal sealed record QuickwitQuery(IReadOnlyList<string> Fields, string Watch)
{
    private const int ShortestPrefix = 3;

    /// <summary>
    /// The query, or <see langword="null"/> where it is none of the watch language's: exact values, numbers and ranges (term, terms, wildcard and prefix on
    /// keyword fields), regular expressions, scores and counts of clauses (bool, minimum_should_match), prefixes of one or two letters, limits of
    /// expansion, escapes, analyzers by name, and requests that are to be refused.
    /// </summary>
    public static QuickwitQuery? Of(JsonElement query)
    {
        var kind = query.EnumerateObject().Single();
        return kind.Name switch
        {
            "match" => OfField(kind.Value, Words),
            "match_phrase" => OfField(kind.Value, Phrase),
            "match_phrase_prefix" => OfField(kind.Value, PhrasePrefix),
            "multi_match" => new(Strings(kind.Value, "fields"), Multi(kind.Value) ?? ""),
            "query_string" => new([.. Strings(kind.Value, "fields"), .. Strings(kind.Value, "default_field")], Text(kind.Value, "query")!),
            _ => null,
        };
    }

    private static QuickwitQuery? OfField(JsonElement value, Func<JsonElement, string?> say)
    {
        var field = value.EnumerateObject().Single();
        return say(field.Value) is { } watch ? new([field.Name], watch) : null;
    }

    private static string? Multi(JsonElement value) => Text(value, "type") switch
    {
        "phrase" => Phrase(value),
        "phrase_prefix" => PhrasePrefix(value),
        null => Words(value),
        _ => null,
    };

    private static string? Words(JsonElement value)
    {
        var words = Query(value).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.All(word => word.All(char.IsLetterOrDigit)) ? string.Join(Text(value, "operator") == "AND" ? " AND " : " OR ", words) : null;
    }

    private static string Phrase(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty("slop", out var slop) ? $"\"{Query(value)}\"~{slop.GetInt32()}" : $"\"{Query(value)}\"";

    private static string? PhrasePrefix(JsonElement value)
    {
        var query = Query(value);
        var isSimple = query.Split(' ')[^1].Length >= ShortestPrefix && !value.TryGetProperty("max_expansions", out _) && !value.TryGetProperty("analyzer", out _);
        return isSimple ? $"\"{query}*\"" : null;
    }

    private static string Query(JsonElement value) => (value.ValueKind == JsonValueKind.String ? value : value.GetProperty("query")).GetString()!;

    private static string? Text(JsonElement value, string name) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name, out var text) ? text.GetString() : null;

    private static string[] Strings(JsonElement value, string name)
    {
        if (!value.TryGetProperty(name, out var strings)) return [];
        return strings.ValueKind == JsonValueKind.Array ? [.. strings.EnumerateArray().Select(one => one.GetString()!)] : [strings.GetString()!];
    }
}
