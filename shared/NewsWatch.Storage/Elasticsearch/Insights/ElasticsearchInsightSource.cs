using System.Text.Json.Nodes;
using NewsWatch.Contracts;
using NewsWatch.Matching;
using NewsWatch.Storage.Articles;
using NewsWatch.Storage.Elasticsearch.Articles.Search;
using NewsWatch.Storage.Elasticsearch.Client;
using NewsWatch.Storage.Elasticsearch.Schema;
using NewsWatch.Storage.Insights;

namespace NewsWatch.Storage.Elasticsearch.Insights;

/// <summary>Counts and samples of all months.</summary>
internal sealed class ElasticsearchInsightSource(Documents documents, CandidateScan scan, ArticleSearches searches, IndexNames names) : IInsightSource
{
    public async Task<long> TotalAsync(CancellationToken cancellationToken)
    {
        using var answer = await documents.SearchAsync(names.Articles, new JsonObject { ["size"] = 0, ["track_total_hits"] = true }, cancellationToken);
        return answer.Total;
    }

    public async Task<IReadOnlyList<long>> CountAsync(IReadOnlyList<IReadOnlyList<string>> phrases, CancellationToken cancellationToken)
    {
        if (phrases.Count == 0) return [];
        var filters = new JsonArray([.. phrases.Select(Anywhere)]);
        var body = new JsonObject
        {
            ["size"] = 0,
            ["track_total_hits"] = false,
            ["aggs"] = new JsonObject { ["phrases"] = new JsonObject { ["filters"] = new JsonObject { ["filters"] = filters } } },
        };
        using var answer = await documents.SearchAsync(names.Articles, body, cancellationToken);
        return [.. answer.Buckets("phrases").Select(b => b.GetProperty("doc_count").GetInt64())];
    }

    public async Task<IReadOnlyList<Article>> NewestAsync(ArticleQuery query, int limit, CancellationToken cancellationToken)
    {
        var search = await searches.BodyAsync(query with { Sort = ArticleSort.Seen }, cancellationToken);
        if (!search.Exact) return await scan.NewestAsync(search, limit, cancellationToken);
        using var answer = await documents.SearchAsync(names.Articles, search.Page(limit, null, total: false, bodies: true), cancellationToken);
        return Read(answer);
    }

    public async Task<IReadOnlyList<Article>> BestAsync(IReadOnlyList<IReadOnlyList<string>> phrases, int limit, CancellationToken cancellationToken)
    {
        var body = new JsonObject { ["size"] = limit, ["track_total_hits"] = false, ["query"] = Dsl.Bool("should", phrases.Select(Anywhere)) };
        using var answer = await documents.SearchAsync(names.Articles, body, cancellationToken);
        return Read(answer);
    }

    private static JsonObject Anywhere(IReadOnlyList<string> phrase) => Dsl.Bool(
        "should", Fields.Default.Select(Fields.Name).Select(field => phrase.Count == 1 ? Dsl.Term(field, phrase[0]) : Dsl.Phrase(field, phrase, slop: 0)));

    private static Article[] Read(SearchAnswer answer) => [.. answer.Hits().Select(hit => Documents.Read<Article>(hit).Source)];
}
