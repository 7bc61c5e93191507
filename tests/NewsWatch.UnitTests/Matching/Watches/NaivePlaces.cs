using NewsWatch.Matching.Language.Tree;

namespace NewsWatch.UnitTests.Matching.Watches;

/// <summary>Where things stand, found by trying everything.</summary>
internal static class NaivePlaces
{
    public static HashSet<(int Start, int End)> Of(QueryNode node, NaiveStream stream) => node switch
    {
        PhraseNode phrase => [.. Starts(phrase, stream).Select(s => (s, s + phrase.Terms.Count))],
        OrNode or => [.. or.Operands.SelectMany(o => Of(o, stream))],
        FragmentNode fragment => Of(fragment.Operand, stream),
        NearNode near => Tightest([.. Picks(near, stream).Select(Stretch)]),
        _ => throw new ArgumentOutOfRangeException(nameof(node)),
    };

    /// <summary>Every pick of one place an operand that satisfies a NEAR.</summary>
    public static IEnumerable<(int Start, int End)[]> Picks(NearNode near, NaiveStream stream) =>
        Product([.. near.Operands.Select(o => Of(o, stream).ToArray())]).Where(p => IsNear(near, p));

    /// <summary>Every choice of positions that satisfies a phrase with slop.</summary>
    public static IEnumerable<int[]> Loose(PhraseNode phrase, NaiveStream stream)
    {
        var positions = phrase.Terms.Select(t => Enumerable.Range(0, stream.Count).Where(p => stream.Has(t, p)).ToArray());
        return Product([.. positions]).Where(p => p.Distinct().Count() == p.Length && Spread(p) <= phrase.Slop);
    }

    public static int MostApart(IEnumerable<(int Start, int End)> places)
    {
        var all = places.ToList();
        var best = new Dictionary<int, int>();
        return Best(0);
        int Best(int from) => best.TryGetValue(from, out var known) ? known
            : best[from] = all.Where(p => p.Start >= from).Select(p => 1 + Best(p.End)).DefaultIfEmpty(0).Max();
    }

    private static IEnumerable<int> Starts(PhraseNode phrase, NaiveStream stream) =>
        Enumerable.Range(0, Math.Max(0, stream.Count - phrase.Terms.Count + 1)).Where(s => phrase.Terms.Select((t, i) => stream.Has(t, s + i)).All(h => h));

    private static bool IsNear(NearNode near, (int Start, int End)[] pick)
    {
        var apart = pick.OrderBy(p => p.Start).ToArray();
        if (apart.Zip(apart.Skip(1)).Any(n => n.Second.Start < n.First.End)) return false;
        if (near.Ordered && !pick.SequenceEqual(apart)) return false;
        var (start, end) = Stretch(pick);
        return end - start - pick.Sum(p => p.End - p.Start) <= near.Distance;
    }

    private static (int Start, int End) Stretch((int Start, int End)[] pick) => (pick.Min(p => p.Start), pick.Max(p => p.End));

    private static HashSet<(int Start, int End)> Tightest(HashSet<(int Start, int End)> all) =>
        [.. all.Where(a => !all.Any(b => b != a && b.Start >= a.Start && b.End <= a.End))];

    private static int Spread(int[] positions)
    {
        var shifts = positions.Select((p, i) => p - i).ToArray();
        return shifts.Max() - shifts.Min();
    }

    private static IEnumerable<T[]> Product<T>(IReadOnlyList<T[]> choices)
    {
        IEnumerable<T[]> all = [[]];
        foreach (var choice in choices) all = all.SelectMany(a => choice.Select(c => (T[])[.. a, c]));
        return all;
    }
}
