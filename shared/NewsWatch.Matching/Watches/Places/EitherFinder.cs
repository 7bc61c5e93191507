using NewsWatch.Matching.Language.Tree;
using NewsWatch.Matching.Watches.Terms;
using NewsWatch.Matching.Watches.Texts;

namespace NewsWatch.Matching.Watches.Places;

/// <summary>Finds any of several.</summary>
internal sealed class EitherFinder(PlaceFinder[] finders) : PlaceFinder
{
    public static PlaceFinder For(OrNode or, TermPool terms)
    {
        var words = or.Operands.Where(IsWord).ToList();
        if (words.Count < WordSetFinder.Worthwhile) return new EitherFinder([.. or.Operands.Select(o => For(o, terms))]);
        var set = WordSetFinder.For(words);
        return words.Count == or.Operands.Count ? set : new EitherFinder([set, .. or.Operands.Where(o => !IsWord(o)).Select(o => For(o, terms))]);
    }

    public static bool IsWord(QueryNode node) => node is PhraseNode { Terms: [WordTerm] };

    public override int Length { get; } = finders.All(f => f.Length == finders[0].Length) ? finders[0].Length : 0;

    public override bool Any(in Passage.Part part, Workspace workspace)
    {
        foreach (var finder in finders)
        {
            if (finder.Any(part, workspace)) return true;
        }

        return false;
    }

    public override void Collect(in Passage.Part part, Workspace workspace, PlaceList places)
    {
        foreach (var finder in finders) finder.Collect(part, workspace, places);
        places.Tidy();
    }
}
