using System.Text.Json;
using System.Text.Json.Nodes;
using NewsWatch.Contracts;
using HttpMethod = Elastic.Transport.HttpMethod;

namespace NewsWatch.Storage.Elasticsearch.Client;

/// <summary>A stored document with its state.</summary>
internal sealed record StoredDocument<T>(string Id, T Source, SequenceNumber Sequence);

/// <summary>Reads documents by id and by search.</summary>
internal sealed class Documents(ElasticsearchHttp http)
{
    /// <summary>Documents by index and id, as they are now, refreshed or not; absent ones are absent from the answer.</summary>
    /// <param name="wanted">The documents.</param>
    /// <param name="fields">The fields to read; all where there are none.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="StoreUnavailableException">A shard did not answer.</exception>
    public async Task<List<StoredDocument<T>>> GetAsync<T>(IEnumerable<(string Index, string Id)> wanted, string[]? fields, CancellationToken cancellationToken)
    {
        // Index by index: a question that says once which index it means costs the server two thirds of one that says it with every id.
        var found = await Task.WhenAll(wanted.GroupBy(document => document.Index, document => document.Id).Select(ids => GetAsync<T>(ids.Key, ids, fields, cancellationToken)));
        return [.. found.SelectMany(documents => documents)];
    }

    /// <summary>A search's hits.</summary>
    /// <param name="index">One or more, with commas between.</param>
    /// <param name="body">The search.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <param name="mayBeGone">Whether an index that is not there, or closed, holds nothing.</param>
    /// <exception cref="StoreUnavailableException">The index is not there yet, or a shard did not answer.</exception>
    public async Task<SearchAnswer> SearchAsync(string index, JsonObject body, CancellationToken cancellationToken, bool mayBeGone = false)
    {
        var answer = await http.SendAsync(HttpMethod.POST, mayBeGone ? $"/{index}/_search?ignore_unavailable=true" : $"/{index}/_search", body, cancellationToken);
        if (answer.Status == 404) throw new StoreUnavailableException($"Elasticsearch has no index {index} yet: the process that writes it makes it when it starts.");
        var search = new SearchAnswer(answer.Json());
        if (search.FailedShards == 0) return search;
        search.Dispose();
        throw new StoreUnavailableException($"A part of the index {index} does not answer.");
    }

    /// <summary>A search's hits in a point in time; <see langword="null"/> when the server no longer has that.</summary>
    /// <exception cref="StoreUnavailableException">A shard did not answer.</exception>
    public async Task<SearchAnswer?> SearchAtAsync(string pointInTime, JsonObject body, CancellationToken cancellationToken)
    {
        body["pit"] = new JsonObject { ["id"] = pointInTime, ["keep_alive"] = PointsInTime.KeepAlive };
        var answer = await http.SendAsync(HttpMethod.POST, "/_search", body, cancellationToken);
        if (answer.Status == 404) return null;
        var search = new SearchAnswer(answer.Json());
        if (search.FailedShards == 0) return search;
        var expired = search.Root.GetRawText().Contains("search_context_missing_exception", StringComparison.Ordinal);
        search.Dispose();
        return expired ? null : throw new StoreUnavailableException("A part of the archive does not answer.");
    }

    /// <summary>All documents of an index, in the order of the field <paramref name="key"/>, which no two share.</summary>
    public async Task<List<T>> AllAsync<T>(string index, string key, CancellationToken cancellationToken)
    {
        var all = new List<T>();
        JsonNode? after = null;
        do
        {
            var body = new JsonObject { ["size"] = 5_000, ["sort"] = new JsonArray(new JsonObject { [key] = "asc" }), ["track_total_hits"] = false };
            if (after is not null) body["search_after"] = after;
            using var page = await SearchAsync(index, body, cancellationToken);
            var count = all.Count;
            all.AddRange(page.Hits().Select(h => Read<T>(h).Source));
            after = all.Count - count < 5_000 ? null : page.LastSort();
        }
        while (after is not null);
        return all;
    }

    public static StoredDocument<T> Read<T>(JsonElement hit) => new(
        hit.GetProperty("_id").GetString()!,
        hit.GetProperty("_source").Deserialize<T>(NewsWatchJson.Options)!,
        hit.TryGetProperty("_seq_no", out _) ? SequenceNumber.Of(hit) : default);

    private async Task<IEnumerable<StoredDocument<T>>> GetAsync<T>(string index, IEnumerable<string> ids, string[]? fields, CancellationToken cancellationToken)
    {
        var path = fields is null ? $"/{index}/_mget" : $"/{index}/_mget?_source_includes={string.Join(',', fields)}";
        var body = new JsonObject { ["ids"] = new JsonArray([.. ids.Select(id => (JsonNode)id)]) };
        using var json = (await http.SendAsync(HttpMethod.POST, path, body, cancellationToken)).Json();
        var answers = json.RootElement.GetProperty("docs").EnumerateArray();
        if (answers.Select(Failure).FirstOrDefault(failure => failure is not null) is { } failure) throw new StoreUnavailableException(failure);
        return [.. answers.Where(d => d.TryGetProperty("found", out var found) && found.GetBoolean()).Select(Read<T>)];
    }

    // What is in an index that is not there, or that somebody closed, is absent; what a shard does not say may be there.
    private static string? Failure(JsonElement answer) =>
        answer.TryGetProperty("error", out var error) && error.GetProperty("type").GetString() is not ("index_not_found_exception" or "index_closed_exception")
            ? $"Elasticsearch does not read from the index {answer.GetProperty("_index").GetString()}: {error.GetProperty("type").GetString()}, {error.GetProperty("reason").GetString()}."
            : null;
}

/// <summary>The answer to a search.</summary>
internal sealed class SearchAnswer(JsonDocument json) : IDisposable
{
    public JsonElement Root => json.RootElement;

    public int FailedShards => Root.GetProperty("_shards").GetProperty("failed").GetInt32();

    /// <summary>How many documents the query finds in all.</summary>
    public long Total => Root.GetProperty("hits").GetProperty("total").GetProperty("value").GetInt64();

    public IEnumerable<JsonElement> Hits() => Root.GetProperty("hits").GetProperty("hits").EnumerateArray();

    /// <summary>The buckets of an aggregation at the top.</summary>
    public IEnumerable<JsonElement> Buckets(string aggregation) => Root.GetProperty("aggregations").GetProperty(aggregation).GetProperty("buckets").EnumerateArray();

    /// <summary>Sort values of the last hit.</summary>
    public JsonNode? LastSort() => Hits().LastOrDefault() is { ValueKind: JsonValueKind.Object } hit ? JsonNode.Parse(hit.GetProperty("sort").GetRawText()) : null;

    public void Dispose() => json.Dispose();
}
