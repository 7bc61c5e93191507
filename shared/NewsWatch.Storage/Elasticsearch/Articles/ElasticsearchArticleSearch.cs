using System.Globalization;
using System.Text.Json;
using NewsWatch.Contracts;
using NewsWatch.Storage.Articles;
using NewsWatch.Storage.Elasticsearch.Articles.Search;
using NewsWatch.Storage.Elasticsearch.Client;
using NewsWatch.Storage.Elasticsearch.Schema;

namespace NewsWatch.Storage.Elasticsearch.Articles;

/// <summary>Searches all months.</summary>
internal sealed class ElasticsearchArticleSearch(
    Documents documents, ArticleReader reader, ArticleSearches searches, StablePages pages, CandidateScan scan, IndexNames names) : IArticleSearch
{

    public Task<ArticlePage> SearchAsync(ArticleQuery query, CancellationToken cancellationToken = default)
    {
        var cursor = ArticleCursor.Of(query);
        if (cursor is not null) PageCursor.ToSearchAfter(cursor, query);
        return StorageTelemetry.SearchAsync(
            ElasticsearchStore.System,
            "articles",
            async () =>
            {
                var search = await searches.BodyAsync(query, cancellationToken);
                return search.Exact ? await PageAsync(query, search, cursor, cancellationToken) : await scan.PageAsync(query, search, cursor, cancellationToken);
            });
    }

    public async Task<Article?> GetAsync(string id, int? revision = null, CancellationToken cancellationToken = default)
    {
        var latest = (await reader.LatestAsync<Article>([id], null, cancellationToken)).GetValueOrDefault(id);
        if (latest is null || revision is null || latest.Revision == revision) return latest;
        return (await reader.OlderAsync<Article>(id, latest.Seen, [revision.Value], null, cancellationToken)).FirstOrDefault()?.Source;
    }

    public Task<IReadOnlyList<DayCount>> CountPerDayAsync(ArticleQuery query, CancellationToken cancellationToken = default) => StorageTelemetry.SearchAsync(
        ElasticsearchStore.System,
        "articles",
        async () =>
        {
            var search = await searches.BodyAsync(query, cancellationToken);
            return search.Exact ? await DaysAsync(search, cancellationToken) : await scan.DaysAsync(search, cancellationToken);
        });

    public Task<IReadOnlyList<ValueCount>> CountByAsync(ArticleQuery query, ArticleMember by, int limit = 50, CancellationToken cancellationToken = default) => StorageTelemetry.SearchAsync(
        ElasticsearchStore.System,
        "articles",
        async () =>
        {
            var search = await searches.BodyAsync(query, cancellationToken);
            return search.Exact ? await ValuesAsync(search, by, limit, cancellationToken) : await scan.ValuesAsync(search, ValueCounts.Reader(by), limit, cancellationToken);
        });

    private async Task<ArticlePage> PageAsync(ArticleQuery query, ArticleSearchBody search, ArticleCursor? cursor, CancellationToken cancellationToken)
    {
        var (answer, snapshot) = await pages.ReadAsync(query, search, query.Limit == 0 ? 0 : query.Limit + 1, cursor, cancellationToken);
        using (answer)
        {
            var hits = answer.Hits().ToArray();
            var items = hits.Take(query.Limit).Select(hit => FoundArticles.Of(Documents.Read<Article>(hit).Source, search.Matcher)).ToArray();
            if (hits.Length > query.Limit && items.Length > 0)
                return new ArticlePage(answer.Total, items, (PageCursor.Of(hits[query.Limit - 1]) with { Snapshot = snapshot }).Print(query.Sort));
            await pages.EndAsync(snapshot);
            return new ArticlePage(answer.Total, items, null);
        }
    }

    private async Task<IReadOnlyList<DayCount>> DaysAsync(ArticleSearchBody search, CancellationToken cancellationToken)
    {
        using var answer = await documents.SearchAsync(names.Articles, search.Days(), cancellationToken);
        return [.. answer.Buckets("days").Select(Day)];
    }

    private async Task<IReadOnlyList<ValueCount>> ValuesAsync(ArticleSearchBody search, ArticleMember by, int limit, CancellationToken cancellationToken)
    {
        var field = by switch
        {
            ArticleMember.Source => "source.raw",
            ArticleMember.Domain => "domain",
            _ => "lang",
        };
        using var answer = await documents.SearchAsync(names.Articles, search.Values(field, limit), cancellationToken);
        return [.. answer.Buckets("values").Select(b => new ValueCount(b.GetProperty("key").GetString()!, b.GetProperty("doc_count").GetInt64()))];
    }

    private static DayCount Day(JsonElement bucket) => new(
        DateOnly.ParseExact(bucket.GetProperty("key_as_string").GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture), bucket.GetProperty("doc_count").GetInt64());
}
