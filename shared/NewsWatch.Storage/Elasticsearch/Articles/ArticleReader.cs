using System.Globalization;
using System.Text.Json.Nodes;
using NewsWatch.Storage.Elasticsearch.Client;
using NewsWatch.Storage.Elasticsearch.Schema;

namespace NewsWatch.Storage.Elasticsearch.Articles;

/// <summary>Finds articles by id, whichever month they are in: this and the last month as they are at this moment, older ones through a search.</summary>
internal sealed class ArticleReader(ElasticsearchHttp http, IndexNames names, ArticleMonths months)
{
    private const int MostIdsASearch = 1_000;

    // Names of indices are part of the request's first line, of which the server reads 4,096 bytes.
    private const int LongestNames = 3_500;
    private readonly Documents _documents = new(http);

    /// <summary>The latest revisions of those ids that are known.</summary>
    /// <param name="ids">No two the same.</param>
    /// <param name="fields">The fields to read; all where there are none.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <remarks>Both questions are on their way at once: most ids are asked for because they are new, and then both have to be answered.</remarks>
    public async Task<Dictionary<string, T>> LatestAsync<T>(IReadOnlyCollection<string> ids, string[]? fields, CancellationToken cancellationToken)
    {
        var (recent, others) = await months.ListAsync(cancellationToken);
        IEnumerable<string[]> asked = others.Length == 0 ? [] : ids.Chunk(MostIdsASearch);
        var searched = Task.WhenAll(asked.Select(chunk => SearchAsync<T>(others, chunk, fields, cancellationToken)));
        // Whoever has all it asked for from the recent months does not care what became of the search of the others.
        _ = searched.ContinueWith(static task => task.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        var found = new Dictionary<string, T>();
        foreach (var document in await _documents.GetAsync<T>([.. ids.SelectMany(id => recent.Select(month => (month, id)))], fields, cancellationToken))
            found.TryAdd(document.Id, document.Source);
        if (found.Count == ids.Count) return found;
        foreach (var document in (await searched).SelectMany(documents => documents)) found.TryAdd(document.Id, document.Source);
        return found;
    }

    /// <summary>The revisions of an article that newer ones took the place of, as far as they are among the numbers.</summary>
    public Task<List<StoredDocument<T>>> OlderAsync<T>(string id, DateTimeOffset seen, IEnumerable<int> revisions, string[]? fields, CancellationToken cancellationToken) =>
        _documents.GetAsync<T>([.. revisions.Select(r => (names.RevisionsOf(seen), RevisionId(id, r)))], fields, cancellationToken);

    /// <summary>The latest revision in the month in which it was first seen, with the state that a change must meet.</summary>
    public Task<List<StoredDocument<T>>> InMonthAsync<T>(IEnumerable<(string Id, DateTimeOffset Seen)> articles, CancellationToken cancellationToken) =>
        _documents.GetAsync<T>([.. articles.Select(a => (names.ArticlesOf(a.Seen), a.Id))], null, cancellationToken);

    /// <summary>Id of an older revision's document.</summary>
    public static string RevisionId(string id, int revision) => string.Create(CultureInfo.InvariantCulture, $"{id}.{revision}");

    private async Task<List<StoredDocument<T>>> SearchAsync<T>(string[] indices, string[] ids, string[]? fields, CancellationToken cancellationToken)
    {
        var body = new JsonObject
        {
            ["size"] = ids.Length,
            ["track_total_hits"] = false,
            ["query"] = new JsonObject { ["ids"] = new JsonObject { ["values"] = new JsonArray([.. ids.Select(id => (JsonNode)id)]) } },
        };
        if (fields is not null) body["_source"] = new JsonArray([.. fields.Select(f => (JsonNode)f)]);
        var named = string.Join(',', indices);
        // A month may be dropped at any moment.
        using var answer = await _documents.SearchAsync(named.Length > LongestNames ? names.Articles : named, body, cancellationToken, mayBeGone: true);
        return [.. answer.Hits().Select(Documents.Read<T>)];
    }
}
