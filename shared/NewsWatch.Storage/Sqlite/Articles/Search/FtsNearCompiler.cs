using NewsWatch.Matching;
using NewsWatch.Matching.Language.Tree;

namespace NewsWatch.Storage.Sqlite.Articles.Search;

/// <summary>NEAR and ONEAR in FTS5, whose own NEAR takes phrases only: an OR among the operands is multiplied out while that stays small.</summary>
internal static class FtsNearCompiler
{
    private const int MostCombinations = 64;

    public static FtsBound Compile(NearNode near, Field? field, Func<QueryNode, FtsBound> compile)
    {
        var operands = near.Operands.Select(Alternatives).ToArray();
        if (operands.Any(o => o is null) || Combinations(operands) > MostCombinations)
            return FtsBound.All([.. near.Operands.Select(compile)]).Loosely();

        var bounds = Product(operands!).Select(picked => Near(near, field, picked)).ToArray();
        return bounds.Length == 1 ? bounds[0] : FtsBound.Any(bounds);
    }

    // FTS5 counts the words between the first and the last phrase, those of the phrases in the middle included, and lets phrases overlap.
    private static FtsBound Near(NearNode near, Field? field, PhraseNode[] picked)
    {
        var middle = picked.Length == 2 ? 0 : picked.Sum(p => p.Terms.Count);
        var text = FtsSyntax.In(field, FtsSyntax.Near(picked.Select(p => FtsPhraseCompiler.AsPhrase(p)!), near.Distance + middle));
        var exact = picked.Length == 2 && !near.Ordered && field is not (Field.Author or Field.Tag) && Disjoint(picked[0], picked[1]);
        return exact ? FtsBound.Exactly(text) : FtsBound.Within(text);
    }

    private static bool Disjoint(PhraseNode a, PhraseNode b) =>
        a.Terms.Concat(b.Terms).All(t => t is WordTerm) && !a.Terms.Intersect(b.Terms).Any();

    // The phrases that an operand may be, or null where it is something else.
    private static PhraseNode[]? Alternatives(QueryNode operand)
    {
        if (operand is PhraseNode phrase) return FtsPhraseCompiler.AsPhrase(phrase) is null ? null : [phrase];
        if (operand is FragmentNode fragment) return Alternatives(fragment.Operand);
        if (operand is not OrNode or) return null;
        var all = or.Operands.Select(Alternatives).ToArray();
        return all.Any(a => a is null) ? null : [.. all.SelectMany(a => a!)];
    }

    private static long Combinations(PhraseNode[]?[] operands) => operands.Aggregate(1L, (product, o) => product * o!.Length);

    private static IEnumerable<PhraseNode[]> Product(PhraseNode[][] operands) => operands.Aggregate(
        (IEnumerable<PhraseNode[]>)[[]], (picked, operand) => picked.SelectMany(p => operand.Select(o => (PhraseNode[])[.. p, o])));
}
