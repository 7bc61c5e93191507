using System.Globalization;
using System.Text.Json.Nodes;
using NewsWatch.Contracts;
using NewsWatch.Storage.Articles;
using NewsWatch.Storage.Elasticsearch.Client;
using NewsWatch.Storage.Elasticsearch.Schema;
using HttpMethod = Elastic.Transport.HttpMethod;

namespace NewsWatch.Storage.Elasticsearch.Articles;

/// <summary>Reads all months in the order of <c>seen</c>, and beside each article the revisions that newer ones took the place of.</summary>
internal sealed class ElasticsearchArticleArchive(ElasticsearchHttp http, ArticleReader reader, IndexNames names) : IArticleArchive
{
    private readonly Documents _documents = new(http);

    public Task<IReadOnlyList<ArchivedArticle>> ReadAsync(string? after, int limit, CancellationToken cancellationToken = default)
    {
        var cursor = after is null ? null : Parse(after);
        return StorageTelemetry.SearchAsync(ElasticsearchStore.System, "articles", () => PageAsync(cursor, limit, cancellationToken));
    }

    private async Task<IReadOnlyList<ArchivedArticle>> PageAsync(JsonArray? after, int limit, CancellationToken cancellationToken)
    {
        // A backup that begins now holds what was stored until now, whether searches see it yet or not.
        if (after is null) await http.SendAsync(HttpMethod.POST, $"/{names.Articles}/_refresh", null, cancellationToken);
        var body = new JsonObject
        {
            ["size"] = limit,
            ["track_total_hits"] = false,
            ["sort"] = new JsonArray(new JsonObject { ["seen"] = "asc" }, new JsonObject { ["id"] = "asc" }),
        };
        if (after is not null) body["search_after"] = after;
        using var answer = await _documents.SearchAsync(names.Articles, body, cancellationToken);
        var latest = answer.Hits().Select(hit => Documents.Read<Article>(hit).Source).ToList();
        var page = new List<ArchivedArticle>(latest.Count);
        foreach (var article in latest) page.Add(new ArchivedArticle(Print(article), [.. await OlderAsync(article, cancellationToken), article]));
        return page;
    }

    private async Task<IEnumerable<Article>> OlderAsync(Article latest, CancellationToken cancellationToken)
    {
        if (latest.Revision == 1) return [];
        var older = await reader.OlderAsync<Article>(latest.Id, latest.Seen, Enumerable.Range(1, latest.Revision - 1), null, cancellationToken);
        return older.Select(o => o.Source).OrderBy(a => a.Revision);
    }

    private static string Print(Article article) => string.Create(CultureInfo.InvariantCulture, $"{article.Seen.ToUnixTimeMilliseconds()}~{article.Id}");

    private static JsonArray Parse(string cursor) =>
        cursor.Split('~') is [var seen, { Length: > 0 } id] && long.TryParse(seen, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
            ? [milliseconds, id]
            : throw new InvalidCursorException($"'{cursor}' is not a cursor of this archive: use the 'next' of a page unchanged. One of another store does not fit.");
}
