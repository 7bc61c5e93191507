using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using NewsWatch.Contracts;
using NewsWatch.Storage.Articles;
using NewsWatch.Storage.Elasticsearch.Client;
using NewsWatch.Storage.Elasticsearch.Schema;

namespace NewsWatch.Storage.Elasticsearch.Articles.Search;

/// <summary>Answers a search that the server cannot say whole: reads all candidates in order, the matcher decides about each.</summary>
internal sealed class CandidateScan(Documents documents, PointsInTime points, IndexNames names)
{
    private const int PageSize = 500;

    public async Task<ArticlePage> PageAsync(ArticleQuery query, ArticleSearchBody search, ArticleCursor? cursor, CancellationToken cancellationToken)
    {
        var items = new List<FoundArticle>();
        var total = 0L;
        ArticleCursor? last = null;
        var more = false;
        await foreach (var (article, place) in HoldingAsync(search, cancellationToken))
        {
            total++;
            if (more || (cursor is not null && !PageCursor.IsBehind(place, cursor, query.Sort))) continue;
            more = items.Count == query.Limit;
            if (more) continue;
            items.Add(FoundArticles.Of(article, search.Matcher));
            last = place;
        }

        return new ArticlePage(total, items, more && last is not null ? last.Print(query.Sort) : null);
    }

    public async Task<IReadOnlyList<DayCount>> DaysAsync(ArticleSearchBody search, CancellationToken cancellationToken)
    {
        var days = new SortedDictionary<DateOnly, long>();
        await foreach (var (article, _) in HoldingAsync(search, cancellationToken))
        {
            var day = DateOnly.FromDateTime(article.Seen.UtcDateTime);
            days[day] = days.GetValueOrDefault(day) + 1;
        }

        return [.. days.Select(d => new DayCount(d.Key, d.Value))];
    }

    public async Task<IReadOnlyList<ValueCount>> ValuesAsync(ArticleSearchBody search, Func<Article, string?> member, int limit, CancellationToken cancellationToken)
    {
        var values = new Dictionary<string, long>(StringComparer.Ordinal);
        await foreach (var (article, _) in HoldingAsync(search, cancellationToken))
        {
            if (member(article) is { } value) values[value] = values.GetValueOrDefault(value) + 1;
        }

        return ValueCounts.Most(values, limit);
    }

    public async Task<IReadOnlyList<Article>> NewestAsync(ArticleSearchBody search, int limit, CancellationToken cancellationToken)
    {
        var newest = new List<Article>();
        await foreach (var (article, _) in HoldingAsync(search, cancellationToken))
        {
            newest.Add(article);
            if (newest.Count == limit) break;
        }

        return newest;
    }

    private async IAsyncEnumerable<(Article Article, ArticleCursor Place)> HoldingAsync(ArticleSearchBody search, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var snapshot = await points.OpenAsync(names.Articles, cancellationToken);
        try
        {
            JsonNode? after = null;
            do
            {
                using var answer = await NextAsync(snapshot, search.Page(PageSize, after, total: false), cancellationToken);
                var hits = answer.Hits().ToArray();
                foreach (var hit in hits)
                {
                    var article = Documents.Read<Article>(hit).Source;
                    if (search.Matcher!.Holds(article)) yield return (article, PageCursor.Of(hit));
                }

                after = hits.Length < PageSize ? null : answer.LastSort();
            }
            while (after is not null);
        }
        finally
        {
            if (snapshot is not null) await points.CloseAsync(snapshot);
        }
    }

    private async Task<SearchAnswer> NextAsync(string? snapshot, JsonObject body, CancellationToken cancellationToken)
    {
        if (snapshot is null) return await documents.SearchAsync(names.Articles, body, cancellationToken);
        return await documents.SearchAtAsync(snapshot, body, cancellationToken)
            ?? throw new StoreUnavailableException("Elasticsearch lost the snapshot that a search was reading, as it does when a node goes: search again.");
    }
}
