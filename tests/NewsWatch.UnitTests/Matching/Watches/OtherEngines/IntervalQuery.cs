using System.Text.Json;

namespace NewsWatch.UnitTests.Matching.Watches.OtherEngines;

/// <summary>Says Elasticsearch's interval and phrase queries in the watch language.</summary>
internal static class IntervalQuery
{
    /// <summary>The query, or <see langword="null"/> where the language lacks something: filters, patterns, fuzziness, operands that may overlap.</summary>
    public static string? ToWatch(JsonElement query)
    {
        if (query.TryGetProperty("intervals", out var intervals)) return Rule(intervals.GetProperty("text"));
        if (query.TryGetProperty("match_phrase", out var phrase)) return Phrase(phrase.GetProperty("text"));
        return query.GetProperty("query_string").GetProperty("query").GetString();
    }

    private static string Phrase(JsonElement text) => $"\"{(text.ValueKind == JsonValueKind.String ? text : text.GetProperty("query")).GetString()}\"";

    private static string? Rule(JsonElement rule)
    {
        var kind = rule.EnumerateObject().Single();
        if (kind.Value.TryGetProperty("filter", out _)) return null;
        return kind.Name switch
        {
            "match" => Joined(kind.Value, [.. kind.Value.GetProperty("query").GetString()!.Split(' ')]),
            "all_of" => Joined(kind.Value, [.. kind.Value.GetProperty("intervals").EnumerateArray().Select(Rule)]),
            "any_of" => Group(" OR ", [.. kind.Value.GetProperty("intervals").EnumerateArray().Select(Rule)]),
            "prefix" => kind.Value.GetProperty("prefix").GetString() + "*",
            "wildcard" => kind.Value.GetProperty("pattern").GetString(),
            _ => null,
        };
    }

    private static string? Joined(JsonElement rule, List<string?> parts)
    {
        var mode = rule.TryGetProperty("mode", out var m) ? m.GetString() : "unordered";
        var gaps = rule.TryGetProperty("max_gaps", out var g) && g.GetInt32() >= 0 ? g.GetInt32() : 99;
        if (mode == "unordered_no_overlap") return null; // OpenSearch pairs its operands there; see the README of the cases.
        var mayOverlap = mode == "unordered" && parts.Exists(p => p is not null && p.Contains(" OR ", StringComparison.Ordinal));
        return mayOverlap ? null : Group(mode == "ordered" ? $" ONEAR/{gaps} " : $" NEAR/{gaps} ", parts);
    }

    private static string? Group(string between, List<string?> parts)
    {
        if (parts.Exists(p => p is null)) return null;
        return parts.Count == 1 ? parts[0] : $"({string.Join(between, parts)})";
    }
}
