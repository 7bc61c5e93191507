using NewsWatch.Matching.Language.Tree;
using NewsWatch.Matching.Watches.Anchors;
using NewsWatch.Matching.Watches.Places;
using NewsWatch.Matching.Watches.Terms;
using NewsWatch.Matching.Watches.Texts;

namespace NewsWatch.Matching.Watches.Conditions;

/// <summary>Compiles trees to conditions.</summary>
/// <remarks>NOT is pushed down to the leaves, so that whatever holds can name the words that made it hold, double negation through a fragment included.</remarks>
internal sealed class ConditionCompiler
{
    private readonly TermPool _terms = new();

    public Condition Compile(QueryNode root) => Compile(root, FieldMask.Default, false);

    /// <summary>Compiles a tree of which an anchor has been found wherever it is asked for.</summary>
    public Condition Compile(QueryNode root, AnchorPlan plan) =>
        Unwrap(root) is PhraseNode { Slop: 0 } phrase ? new AnchoredPhrase(PhraseFinder.For(phrase, _terms), plan) : Compile(root);

    /// <param name="node">What to compile.</param>
    /// <param name="mask">The fields that it looks in.</param>
    /// <param name="negated">Whether it must not hold.</param>
    public Condition Compile(QueryNode node, int mask, bool negated) => node switch
    {
        NotNode not => Compile(not.Operand, mask, !negated),
        FieldNode field => Compile(field.Operand, FieldMask.Of(field.Field), negated),
        FragmentNode fragment => Compile(fragment.Operand, mask, negated),
        AndNode and => negated ? Any(and.Operands, mask, true) : All(and.Operands, mask, false),
        OrNode or => negated ? All(or.Operands, mask, true) : Any(or.Operands, mask, false),
        _ => negated ? new Absent(Leaf(node, mask)) : Leaf(node, mask),
    };

    private AllOf All(NodeList<QueryNode> operands, int mask, bool negated) =>
        new([.. operands.Select(o => Compile(o, mask, negated))]);

    private AnyOf Any(NodeList<QueryNode> operands, int mask, bool negated)
    {
        if (negated || operands.Count(EitherFinder.IsWord) < WordSetFinder.Worthwhile)
            return new AnyOf([.. operands.Select(o => Compile(o, mask, negated))]);
        var words = new Somewhere(WordSetFinder.For(operands.Where(EitherFinder.IsWord)), mask);
        return new AnyOf([words, .. operands.Where(o => !EitherFinder.IsWord(o)).Select(o => Compile(o, mask, false))]);
    }

    private Condition Leaf(QueryNode node, int mask) => node switch
    {
        PhraseNode { Slop: > 0 } phrase => new LooseOrder([.. phrase.Terms.Select(t => new PhraseFinder([_terms.For(t)]))], phrase.Slop, mask),
        PhraseNode or NearNode => new Somewhere(PlaceFinder.For(node, _terms), mask),
        AtLeastNode atLeast => new OftenEnough(PlaceFinder.For(atLeast.Operand, _terms), atLeast.Count, mask),
        SentenceNode sentence => new InOneSentence(Compile(sentence.Operand, mask, false), mask),
        ValueNode value => new ValueIs(value.Field, value.Value),
        _ => throw new ArgumentOutOfRangeException(nameof(node), node, "Not a leaf."),
    };

    private static QueryNode Unwrap(QueryNode node) => node switch
    {
        FieldNode field => Unwrap(field.Operand),
        FragmentNode fragment => Unwrap(fragment.Operand),
        _ => node,
    };
}
