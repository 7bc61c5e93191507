using System.Text.Json.Nodes;

namespace NewsWatch.Storage.Elasticsearch.Articles.Search;

/// <summary>Clauses of the query DSL. What is looked for are tokens already, so nothing here is analysed again.</summary>
internal static class Dsl
{
    public static JsonObject Bool(string occur, IEnumerable<JsonObject> clauses) =>
        new() { ["bool"] = new JsonObject { [occur] = new JsonArray([.. clauses]) } };

    public static JsonObject Term(string field, string token) => new() { ["term"] = new JsonObject { [field] = new JsonObject { ["value"] = token } } };

    public static JsonObject Prefix(string field, string prefix) => new() { ["prefix"] = new JsonObject { [field] = new JsonObject { ["value"] = prefix } } };

    /// <summary><c>*</c> and <c>?</c> as the watch language has them; a backslash takes their meaning away.</summary>
    public static JsonObject Wildcard(string field, string pattern, bool ignoreCase = false)
    {
        var clause = new JsonObject { ["value"] = pattern };
        if (ignoreCase) clause["case_insensitive"] = true;
        return new JsonObject { ["wildcard"] = new JsonObject { [field] = clause } };
    }

    /// <summary>Tokens one after another, or up to <paramref name="slop"/> moves from that.</summary>
    public static JsonObject Phrase(string field, IEnumerable<string> tokens, int slop) => new()
    {
        ["match_phrase"] = new JsonObject { [field] = new JsonObject { ["query"] = string.Join(' ', tokens), ["slop"] = slop, ["analyzer"] = "whitespace" } },
    };

    public static JsonObject Intervals(string field, JsonObject rule) => new() { ["intervals"] = new JsonObject { [field] = rule.DeepClone() } };

    /// <summary>A bound of a time: <c>gte</c> or <c>lt</c>.</summary>
    public static JsonObject Time(string field, string bound, DateTimeOffset time) =>
        new() { ["range"] = new JsonObject { [field] = new JsonObject { [bound] = time.ToUnixTimeMilliseconds(), ["format"] = "epoch_millis" } } };

    /// <summary>Takes its meaning from every character that a wildcard query gives one.</summary>
    public static string Escape(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("*", "\\*", StringComparison.Ordinal).Replace("?", "\\?", StringComparison.Ordinal);
}
