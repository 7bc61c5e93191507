using System.Runtime.CompilerServices;
using NewsWatch.Contracts;
using NewsWatch.Matching;
using NewsWatch.Matching.Language;
using NewsWatch.Matching.Watches;

namespace NewsWatch.Storage.Articles;

/// <summary>One query as the stream matcher understands it: decides about candidates that a store cannot decide about, and finds the places to highlight.</summary>
internal sealed class QueryMatcher
{
    private static readonly ConditionalWeakTable<WatchQuery, QueryMatcher> Known = [];
    private readonly WatchSet _set;

    private QueryMatcher(WatchQuery query) => _set = WatchSet.Build([KeyValuePair.Create("query", query)]);

    /// <summary>The matcher of a query; compiled once.</summary>
    public static QueryMatcher Of(WatchQuery query) => Known.GetValue(query, static q => new QueryMatcher(q));

    /// <summary>Whether the query holds.</summary>
    public bool Holds(Article article)
    {
        var holds = new StrongBox<bool>();
        _set.Match(ArticleDocument.Of(article), holds, static (_, _, state) => state.Value = true);
        return holds.Value;
    }

    /// <summary>The places that make it hold, by field and start; none where it does not.</summary>
    public IReadOnlyList<MatchSpan> Places(Article article)
    {
        var places = new List<MatchSpan>();
        _set.Match(ArticleDocument.Of(article), places, static (_, spans, state) => state.AddRange(spans));
        return places;
    }
}
