using System.Text.Json.Nodes;
using NewsWatch.Storage.Articles;
using NewsWatch.Storage.Elasticsearch.Alerts;
using NewsWatch.Storage.Elasticsearch.Client;
using NewsWatch.Storage.Elasticsearch.Schema;

namespace NewsWatch.Storage.Elasticsearch.Articles.Search;

/// <summary>The articles that there are alerts about on some topics: a join that the server does not do, so their ids are asked for first.</summary>
internal sealed class AlertedArticles(Documents documents, IndexNames names)
{
    private const int Most = 250_000;
    private const int Page = 10_000;

    // What a server takes in one clause: index.max_terms_count.
    private const int MostInAClause = 50_000;

    /// <summary>A clause that holds for them; <see langword="null"/> where a query names no topic.</summary>
    /// <exception cref="TooManyAlertedArticlesException">There are more than a search can name.</exception>
    public async Task<JsonObject?> ClauseAsync(ArticleQuery query, CancellationToken cancellationToken)
    {
        if (query.Topic is null) return null;
        var ids = new List<string>();
        JsonNode? after = null;
        do
        {
            using var answer = await documents.SearchAsync(names.Alerts, Body(query, after), cancellationToken);
            var buckets = answer.Buckets("articles").ToArray();
            ids.AddRange(buckets.Select(b => b.GetProperty("key").GetProperty("article").GetString()!));
            if (ids.Count > Most)
                throw new TooManyAlertedArticlesException(FormattableString.Invariant($"Topic '{query.Topic}' has alerts on more than {Most:N0} articles in that time: choose a shorter one with 'from' and 'to'."));
            after = buckets.Length < Page ? null : new JsonObject { ["article"] = ids[^1] };
        }
        while (after is not null);
        return Dsl.Bool("should", ids.Chunk(MostInAClause).DefaultIfEmpty([]).Select(Terms));
    }

    private static JsonObject Terms(string[] ids) => new() { ["terms"] = new JsonObject { ["id"] = new JsonArray([.. ids.Select(id => (JsonNode)id)]) } };

    private static JsonObject Body(ArticleQuery query, JsonNode? after)
    {
        var filter = new JsonArray();
        if (AlertQueryJson.Topic(query.Topic!) is { } topic) filter.Add(topic);
        if (query.From is { } from) filter.Add(Dsl.Time("seen", "gte", from));
        if (query.To is { } to) filter.Add(Dsl.Time("seen", "lt", to));
        var composite = new JsonObject
        {
            ["size"] = Page,
            ["sources"] = new JsonArray(new JsonObject { ["article"] = new JsonObject { ["terms"] = new JsonObject { ["field"] = "article" } } }),
        };
        if (after is not null) composite["after"] = after;
        return new JsonObject
        {
            ["size"] = 0,
            ["track_total_hits"] = false,
            ["query"] = new JsonObject { ["bool"] = new JsonObject { ["filter"] = filter } },
            ["aggs"] = new JsonObject { ["articles"] = new JsonObject { ["composite"] = composite } },
        };
    }
}
