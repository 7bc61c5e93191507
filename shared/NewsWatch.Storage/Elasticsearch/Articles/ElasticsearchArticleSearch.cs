using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using NewsWatch.Contracts;
using NewsWatch.Storage.Articles;
using NewsWatch.Storage.Elasticsearch.Articles.Search;
using NewsWatch.Storage.Elasticsearch.Client;
using NewsWatch.Storage.Elasticsearch.Schema;

namespace NewsWatch.Storage.Elasticsearch.Articles;

/// <summary>Searches all months.</summary>
internal sealed class ElasticsearchArticleSearch(ElasticsearchHttp http, ArticleReader reader, IndexNames names) : IArticleSearch
{
    private readonly Documents _documents = new(http);
    private readonly CandidateScan _scan = new(new Documents(http), names);

    public Task<ArticlePage> SearchAsync(ArticleQuery query, CancellationToken cancellationToken = default)
    {
        var cursor = ArticleCursor.Of(query);
        var after = cursor is null ? null : PageCursor.ToSearchAfter(cursor, query);
        var search = new ArticleSearchBody(query);
        return StorageTelemetry.SearchAsync(
            ElasticsearchStore.System, "articles", () => search.Exact ? PageAsync(query, search, after, cancellationToken) : _scan.PageAsync(query, search, cursor, cancellationToken));
    }

    public async Task<Article?> GetAsync(string id, int? revision = null, CancellationToken cancellationToken = default)
    {
        var latest = (await reader.LatestAsync<Article>([id], null, cancellationToken)).GetValueOrDefault(id);
        if (latest is null || revision is null || latest.Revision == revision) return latest;
        return (await reader.OlderAsync<Article>(id, latest.Seen, [revision.Value], null, cancellationToken)).FirstOrDefault()?.Source;
    }

    public Task<IReadOnlyList<DayCount>> CountPerDayAsync(ArticleQuery query, CancellationToken cancellationToken = default)
    {
        var search = new ArticleSearchBody(query);
        return StorageTelemetry.SearchAsync(ElasticsearchStore.System, "articles", () => search.Exact ? DaysAsync(search, cancellationToken) : _scan.DaysAsync(search, cancellationToken));
    }

    private async Task<ArticlePage> PageAsync(ArticleQuery query, ArticleSearchBody search, JsonNode? after, CancellationToken cancellationToken)
    {
        using var answer = await _documents.SearchAsync(names.Articles, search.Page(query.Limit == 0 ? 0 : query.Limit + 1, after, total: true), cancellationToken);
        var hits = answer.Hits().ToArray();
        var items = hits.Take(query.Limit).Select(hit => FoundArticles.Of(Documents.Read<Article>(hit).Source, search.Matcher)).ToArray();
        return new ArticlePage(answer.Total, items, hits.Length > query.Limit && items.Length > 0 ? PageCursor.Of(hits[query.Limit - 1]).Print(query.Sort) : null);
    }

    private async Task<IReadOnlyList<DayCount>> DaysAsync(ArticleSearchBody search, CancellationToken cancellationToken)
    {
        using var answer = await _documents.SearchAsync(names.Articles, search.Days(), cancellationToken);
        return [.. answer.Root.GetProperty("aggregations").GetProperty("days").GetProperty("buckets").EnumerateArray().Select(Day)];
    }

    private static DayCount Day(JsonElement bucket) => new(
        DateOnly.ParseExact(bucket.GetProperty("key_as_string").GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture), bucket.GetProperty("doc_count").GetInt64());
}
