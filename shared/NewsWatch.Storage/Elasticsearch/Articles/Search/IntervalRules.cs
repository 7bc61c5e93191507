using System.Text.Json.Nodes;
using NewsWatch.Matching.Language.Tree;

namespace NewsWatch.Storage.Elasticsearch.Articles.Search;

/// <summary>Rules of an intervals query. A rule may look in a subfield of the query's field: their positions are the same.</summary>
internal static class IntervalRules
{
    /// <summary>Terms of different kinds one after another, or <see langword="null"/> where a term is no single token.</summary>
    public static JsonObject? OfPhrase(PhraseNode phrase, string field)
    {
        if (phrase.Slop > 0 || phrase.Terms.Any(t => DslPhraseCompiler.Form(t) is null)) return null;
        var rules = phrase.Terms.Select(t => Token(field, DslPhraseCompiler.Form(t)!.Value)).ToArray();
        return rules.Length == 1 ? rules[0] : AllOf(rules, gaps: 0, ordered: true);
    }

    /// <summary>All rules with at most <paramref name="gaps"/> other words between the first and the last.</summary>
    public static JsonObject AllOf(IEnumerable<JsonObject> rules, int gaps, bool ordered) =>
        new() { ["all_of"] = new JsonObject { ["intervals"] = new JsonArray([.. rules]), ["max_gaps"] = gaps, ["ordered"] = ordered } };

    /// <summary>One of the rules.</summary>
    public static JsonObject AnyOf(JsonObject[] rules) =>
        rules.Length == 1 ? rules[0] : new() { ["any_of"] = new JsonObject { ["intervals"] = new JsonArray([.. rules]) } };

    private static JsonObject Token(string field, (string Suffix, string Text) form)
    {
        var match = new JsonObject { ["query"] = form.Text, ["analyzer"] = "whitespace" };
        if (form.Suffix.Length > 0) match["use_field"] = field + form.Suffix;
        return new JsonObject { ["match"] = match };
    }
}
