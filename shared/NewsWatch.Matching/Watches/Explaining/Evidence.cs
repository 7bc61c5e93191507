using NewsWatch.Matching.Language.Tree;
using NewsWatch.Matching.Watches.Conditions;
using NewsWatch.Matching.Watches.Places;
using NewsWatch.Matching.Watches.Texts;

namespace NewsWatch.Matching.Watches.Explaining;

/// <summary>What can be found in the document that is being explained.</summary>
internal sealed class Evidence(Workspace workspace)
{
    private readonly ConditionCompiler _compiler = new();

    public Document Document => workspace.Text.Document;

    public bool Holds(QueryNode node, int mask) => _compiler.Compile(node, mask, false).Holds(new Passage(workspace));

    public IReadOnlyList<MatchSpan> Find(QueryNode node, int mask) => workspace.Find(_compiler.Compile(node, mask, false)).ToArray();

    /// <summary>Whether a term stands anywhere in the fields.</summary>
    public bool Has(Term term, int mask) => Holds(new PhraseNode(new("?"), new(term), 0), mask);

    /// <summary>How many places that do not overlap, the fields taken together.</summary>
    public int Count(QueryNode node, int mask) =>
        OftenEnough.Count(new Passage(workspace), PlaceFinder.For(node, new()), mask, int.MaxValue);

    /// <summary>The fewest words between the operands of a NEAR, whatever its distance; <see langword="null"/> when they never stand in one field.</summary>
    public int? Gap(NearNode near, int mask)
    {
        var anywhere = PlaceFinder.For(near with { Distance = int.MaxValue / 2 }, new());
        int? least = null;
        foreach (var part in new Passage(workspace).Parts(mask))
        {
            var places = workspace.RentList();
            anywhere.Collect(part, workspace, places);
            foreach (var place in places.AsSpan()) least = Math.Min(least ?? int.MaxValue, place.Length - Covered(place));
            workspace.Return(places);
        }

        return least;
    }

    private int Covered(Place place)
    {
        var covered = 0;
        for (var at = place.Parts; at >= 0; at = workspace.Parts[at].Next) covered += workspace.Parts[at].End - workspace.Parts[at].Start;
        return covered;
    }
}
