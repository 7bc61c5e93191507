using NewsWatch.Matching.Analysis;
using NewsWatch.Matching.Language.Tree;
using NewsWatch.Matching.Watches.Anchors;
using NewsWatch.Matching.Watches.Texts;

namespace NewsWatch.Matching.Watches.Conditions;

/// <summary>The words without any of which a query cannot hold.</summary>
internal static class NeededWords
{
    /// <summary>The fields that they may stand in.</summary>
    public static int Fields(QueryNode root) =>
        Children.SelfAndAllOf(root).OfType<FieldNode>().Aggregate(FieldMask.Default, (mask, field) => mask | FieldMask.Of(field.Field));

    /// <summary>The rarest that no anchor has, as <see cref="WordFilter.MayHaveAll"/> takes them; 0 where there is none.</summary>
    public static ulong RarestBeside(AnchorPlan plan, QueryNode root)
    {
        var anchors = plan.Anchors.SelectMany(anchor => anchor.Words).ToHashSet();
        var rarest = Words(root).Where(word => !anchors.Contains(word)).Distinct().OrderBy(AnchorCost.OfWord).Take(WordFilter.MostAsked);
        return WordFilter.Ask(rarest.Select(word => TokenHash.Of(word)));
    }

    private static IEnumerable<string> Words(QueryNode node) => node switch
    {
        PhraseNode phrase => phrase.Terms.Select(PhraseAnchors.Word).OfType<string>(),
        OrNode or NotNode or ValueNode => [],
        _ => Children.Of(node).SelectMany(Words),
    };
}
