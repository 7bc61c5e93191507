using NewsWatch.Matching.Language;
using NewsWatch.Matching.Watches.Conditions;
using NewsWatch.Matching.Watches.Texts;

namespace NewsWatch.Matching.Watches;

/// <summary>One query, compiled to be asked of documents one at a time: for highlights, filters and previews. Immutable and thread-safe.</summary>
/// <param name="query">The query.</param>
public sealed class QueryMatcher(WatchQuery query)
{
    private readonly Condition _condition = new ConditionCompiler().Compile(query.Root);

    /// <summary>The query.</summary>
    public WatchQuery Query { get; } = query;

    /// <summary>Whether the query holds for a document. Allocates nothing.</summary>
    public bool Matches(Document document)
    {
        var workspace = Workspace.Rent(document);
        var holds = _condition.Holds(new Passage(workspace));
        workspace.Return();
        return holds;
    }

    /// <summary>Where the query holds, in order of field and start, each place once; none when it does not hold, at least one when it does.</summary>
    public IReadOnlyList<MatchSpan> Find(Document document)
    {
        var workspace = Workspace.Rent(document);
        var spans = workspace.Find(_condition).ToArray();
        workspace.Return();
        return spans;
    }
}
