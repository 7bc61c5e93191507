using NewsWatch.Matching.Language.Tree;
using NewsWatch.Matching.Watches.Places;
using NewsWatch.Matching.Watches.Terms;
using NewsWatch.Matching.Watches.Texts;

namespace NewsWatch.Matching.Watches.Conditions;

/// <summary>Compiles trees to conditions.</summary>
/// <remarks>NOT is pushed down to the leaves, so that whatever holds can name the words that made it hold, double negation through a fragment included.</remarks>
internal static class ConditionCompiler
{
    public static Condition Compile(QueryNode root) => Compile(root, FieldMask.Default, false);

    /// <param name="node">What to compile.</param>
    /// <param name="mask">The fields that it looks in.</param>
    /// <param name="negated">Whether it must not hold.</param>
    public static Condition Compile(QueryNode node, int mask, bool negated) => node switch
    {
        NotNode not => Compile(not.Operand, mask, !negated),
        FieldNode field => Compile(field.Operand, FieldMask.Of(field.Field), negated),
        FragmentNode fragment => Compile(fragment.Operand, mask, negated),
        AndNode and => negated ? Any(and.Operands, mask, true) : All(and.Operands, mask, false),
        OrNode or => negated ? All(or.Operands, mask, true) : Any(or.Operands, mask, false),
        _ => negated ? new Absent(Leaf(node, mask)) : Leaf(node, mask),
    };

    private static AllOf All(NodeList<QueryNode> operands, int mask, bool negated) =>
        new([.. operands.Select(o => Compile(o, mask, negated))]);

    private static AnyOf Any(NodeList<QueryNode> operands, int mask, bool negated)
    {
        if (negated || operands.Count(EitherFinder.IsWord) < WordSetFinder.Worthwhile)
            return new AnyOf([.. operands.Select(o => Compile(o, mask, negated))]);
        var words = new Somewhere(WordSetFinder.For(operands.Where(EitherFinder.IsWord)), mask);
        return new AnyOf([words, .. operands.Where(o => !EitherFinder.IsWord(o)).Select(o => Compile(o, mask, false))]);
    }

    private static Condition Leaf(QueryNode node, int mask) => node switch
    {
        PhraseNode { Slop: > 0 } phrase => new LooseOrder([.. phrase.Terms.Select(t => new PhraseFinder([TermMatcher.For(t)]))], phrase.Slop, mask),
        PhraseNode or NearNode => new Somewhere(PlaceFinder.For(node), mask),
        AtLeastNode atLeast => new OftenEnough(PlaceFinder.For(atLeast.Operand), atLeast.Count, mask),
        SentenceNode sentence => new InOneSentence(Compile(sentence.Operand, mask, false), mask),
        ValueNode value => new ValueIs(value.Field, value.Value),
        _ => throw new ArgumentOutOfRangeException(nameof(node), node, "Not a leaf."),
    };
}
