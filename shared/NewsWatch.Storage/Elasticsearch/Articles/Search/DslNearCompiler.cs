using System.Text.Json.Nodes;
using NewsWatch.Matching.Language.Tree;

namespace NewsWatch.Storage.Elasticsearch.Articles.Search;

/// <summary>NEAR and ONEAR as an intervals query, where that means the same; else the articles that have all operands.</summary>
internal static class DslNearCompiler
{
    public static DslBound Compile(NearNode near, string[] fields, Func<QueryNode, DslBound> compile)
    {
        var operands = near.Operands.Select(Alternatives).ToArray();
        return operands.All(o => o is not null) && MeansTheSame(operands!)
            ? DslBound.Any([.. fields.Select(field => DslBound.Exactly(Dsl.Intervals(field, Rule(near, operands!, field))))])
            : DslBound.All([.. near.Operands.Select(compile)]).Loosely();
    }

    private static JsonObject Rule(NearNode near, PhraseNode[][] operands, string field) => IntervalRules.AllOf(
        operands.Select(o => IntervalRules.AnyOf([.. o.Select(p => IntervalRules.OfPhrase(p, field)!)])), near.Distance, near.Ordered);

    // Intervals may overlap and are measured by their whole length, places of ours may not and are measured by what lies between:
    // the same for words that no two operands share, when all places of an operand are equally long.
    private static bool MeansTheSame(PhraseNode[][] operands)
    {
        var words = operands.Select(o => o.SelectMany(p => p.Terms).ToHashSet()).ToArray();
        if (words.Any(set => set.Any(t => t is not WordTerm)) || words.Sum(w => w.Count) != words.SelectMany(w => w).Distinct().Count()) return false;
        return operands.All(o => o.All(p => p.Terms.Count == o[0].Terms.Count)) && (operands.Length == 2 || operands.All(o => o[0].Terms.Count == 1));
    }

    // The phrases that an operand may be, or null where it is something else.
    private static PhraseNode[]? Alternatives(QueryNode operand)
    {
        if (operand is FragmentNode fragment) return Alternatives(fragment.Operand);
        if (operand is PhraseNode phrase) return phrase.Slop == 0 && phrase.Terms.All(t => t is WordTerm) ? [phrase] : null;
        if (operand is not OrNode any) return null;
        var all = any.Operands.Select(Alternatives).ToArray();
        return all.Any(a => a is null) ? null : [.. all.SelectMany(a => a!)];
    }
}
