using NewsWatch.Matching.Language.Tree;

namespace NewsWatch.Matching.Watches.Conditions;

/// <summary>A query ready to be evaluated.</summary>
internal sealed class CompiledQuery(QueryNode root)
{
    /// <summary>The whole condition.</summary>
    public Condition Condition { get; } = ConditionCompiler.Compile(root);

    /// <summary>The hashes of words without any of which it cannot hold.</summary>
    public ulong[] NeededWords { get; } = Conditions.NeededWords.Hashes(root);
}
