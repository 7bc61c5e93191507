using NewsWatch.Contracts;

namespace NewsWatch.Storage.Articles;

/// <summary>Counts of a member's values where the matcher decides what is counted; the same order as the stores' own.</summary>
internal static class ValueCounts
{
    /// <summary>An article's value.</summary>
    public static Func<Article, string?> Reader(ArticleMember member) => member switch
    {
        ArticleMember.Source => article => article.Source,
        ArticleMember.Domain => article => article.Domain,
        _ => article => article.Lang,
    };

    /// <summary>The most frequent values.</summary>
    public static IReadOnlyList<ValueCount> Most(IEnumerable<KeyValuePair<string, long>> counts, int limit) =>
        [.. counts.Select(c => new ValueCount(c.Key, c.Value)).OrderByDescending(c => c.Count).ThenBy(c => c.Value, StringComparer.Ordinal).Take(limit)];
}
