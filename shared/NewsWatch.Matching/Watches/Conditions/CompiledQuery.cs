using NewsWatch.Matching.Language.Tree;
using NewsWatch.Matching.Watches.Anchors;
using NewsWatch.Matching.Watches.Places;

namespace NewsWatch.Matching.Watches.Conditions;

/// <summary>A query ready to be evaluated where one of its anchors was found.</summary>
internal sealed class CompiledQuery
{
    /// <param name="root">Its tree.</param>
    /// <param name="plan">Its anchors.</param>
    public CompiledQuery(QueryNode root, AnchorPlan plan)
    {
        Condition = ConditionCompiler.Compile(root);
        NeededWords = Conditions.NeededWords.Hashes(root);
        Needed = Conditions.NeededWords.RarestBeside(plan, root);
        NeededFields = Conditions.NeededWords.Fields(root);
        Phrase = Unwrap(root) is PhraseNode { Slop: 0 } phrase ? new((PhraseFinder)PlaceFinder.For(phrase), plan.Anchors[0].Offset) : null;
    }

    /// <summary>The whole condition.</summary>
    public Condition Condition { get; }

    /// <summary>The hashes of words without any of which it cannot hold.</summary>
    public ulong[] NeededWords { get; }

    /// <summary>The fields that they may stand in.</summary>
    public int NeededFields { get; }

    /// <summary>The hash of the rarest of them that is not an anchor itself; 0 where there is none.</summary>
    public ulong Needed { get; }

    /// <summary>The query as a single phrase, where it is one.</summary>
    public AnchoredPhrase? Phrase { get; }

    private static QueryNode Unwrap(QueryNode node) => node switch
    {
        FieldNode field => Unwrap(field.Operand),
        FragmentNode fragment => Unwrap(fragment.Operand),
        _ => node,
    };
}
