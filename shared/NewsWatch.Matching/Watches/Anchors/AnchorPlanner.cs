using NewsWatch.Matching.Language.Tree;
using NewsWatch.Matching.Watches.Texts;

namespace NewsWatch.Matching.Watches.Anchors;

/// <summary>Chooses what to look for so that few documents need a closer look: of what must all be there the rarest, of alternatives each.</summary>
internal static class AnchorPlanner
{
    /// <param name="root">A tree that does not hold for an empty document; so there always is a plan.</param>
    public static AnchorPlan Plan(QueryNode root) => Plan(root, FieldMask.Default, false) ?? throw new ArgumentException("It holds for an empty document.", nameof(root));

    private static AnchorPlan? Plan(QueryNode node, int mask, bool negated) => node switch
    {
        NotNode not => Plan(not.Operand, mask, !negated),
        FieldNode field => Plan(field.Operand, FieldMask.Of(field.Field), negated),
        FragmentNode fragment => Plan(fragment.Operand, mask, negated),
        AndNode and => negated ? AnyOf(and.Operands, mask, true) : AllOf(and.Operands, mask, false),
        OrNode or => negated ? AllOf(or.Operands, mask, true) : AnyOf(or.Operands, mask, false),
        _ => negated ? null : Leaf(node, mask),
    };

    private static AnchorPlan? Leaf(QueryNode node, int mask) => node switch
    {
        PhraseNode phrase => PhraseAnchors.Plan(phrase, mask),
        ValueNode value => PhraseAnchors.Plan(value),
        NearNode near => AllOf(near.Operands, mask, false),
        SentenceNode sentence => Plan(sentence.Operand, mask, false) is { } plan ? plan with { Decides = false } : null,
        AtLeastNode atLeast => Plan(atLeast.Operand, mask, false) is { } plan ? plan with { Decides = false } : null,
        _ => null,
    };

    private static AnchorPlan? AllOf(NodeList<QueryNode> operands, int mask, bool negated)
    {
        var plans = operands.Select(o => Plan(o, mask, negated)).OfType<AnchorPlan>().ToList();
        return plans.Count == 0 ? null : AnchorPlan.Cheapest(plans);
    }

    private static AnchorPlan? AnyOf(NodeList<QueryNode> operands, int mask, bool negated)
    {
        var plans = new List<AnchorPlan>(operands.Count);
        foreach (var operand in operands)
        {
            if (Plan(operand, mask, negated) is not { } plan) return null;
            plans.Add(plan);
        }

        return AnchorPlan.Union(plans);
    }
}
