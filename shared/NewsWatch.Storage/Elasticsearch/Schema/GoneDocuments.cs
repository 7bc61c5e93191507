using System.Text.Json.Nodes;
using NewsWatch.Storage.Elasticsearch.Client;
using HttpMethod = Elastic.Transport.HttpMethod;

namespace NewsWatch.Storage.Elasticsearch.Schema;

/// <summary>Takes out of a copy of an index what was removed from the index after it had been copied: copying carries over what there is, never what is gone.</summary>
internal sealed class GoneDocuments(ElasticsearchHttp http, Documents documents, PointsInTime pointsInTime, BulkSender bulk)
{
    private const int Page = 5_000;

    /// <summary>Makes a copy equal to its original, in which everything of it must be and to which nobody may write meanwhile.</summary>
    /// <exception cref="StoreUnavailableException">The original is gone: another process was faster.</exception>
    public async Task RemoveAsync(string original, string copy, CancellationToken cancellationToken)
    {
        // With everything of the original in it, a copy that is no larger holds nothing else.
        if (await CountAsync(copy, cancellationToken) <= await CountAsync(original, cancellationToken)) return;
        var snapshot = await pointsInTime.OpenAsync(copy, cancellationToken) ?? throw new StoreUnavailableException($"Elasticsearch gives no point in time of the index {copy}.");
        try
        {
            JsonNode? last = null;
            do
            {
                using var page = await documents.SearchAtAsync(snapshot, Next(last), cancellationToken) ?? throw new StoreUnavailableException($"Elasticsearch no longer has the point in time of the index {copy}.");
                await RemoveAsync(original, copy, page, cancellationToken);
                last = page.LastSort();
            }
            while (last is not null);
        }
        finally
        {
            await pointsInTime.CloseAsync(snapshot);
        }
    }

    // Only in the state in which they were seen: another process may have put the copy in its place meanwhile, and writers go on there.
    private async Task RemoveAsync(string original, string copy, SearchAnswer page, CancellationToken cancellationToken)
    {
        var states = page.Hits().ToDictionary(hit => hit.GetProperty("_id").GetString()!, SequenceNumber.Of);
        if (states.Count == 0) return;
        var there = await ThereAsync(original, states.Keys, cancellationToken);
        var results = await bulk.SendAsync([.. states.Where(one => !there.Contains(one.Key)).Select(one => new BulkOperation("delete", copy, one.Key, default, one.Value))], refresh: true, cancellationToken);
        if (results.FirstOrDefault(result => result is { Succeeded: false, Conflict: false, Status: not 404 }) is { Status: not 0 } refused)
            throw new ElasticsearchRefusedException($"Elasticsearch does not remove from {copy} what is gone from {original}: {refused.Reason}");
    }

    // By a search, which fails where the index is gone; a lookup would say of each document that it is.
    private async Task<HashSet<string>> ThereAsync(string index, IEnumerable<string> ids, CancellationToken cancellationToken)
    {
        var values = new JsonArray([.. ids.Select(id => (JsonNode)id)]);
        var body = new JsonObject { ["size"] = Page, ["_source"] = false, ["track_total_hits"] = false, ["query"] = new JsonObject { ["ids"] = new JsonObject { ["values"] = values } } };
        using var found = await documents.SearchAsync(index, body, cancellationToken);
        return [.. found.Hits().Select(hit => hit.GetProperty("_id").GetString()!)];
    }

    private async Task<long> CountAsync(string index, CancellationToken cancellationToken)
    {
        await http.SendAsync(HttpMethod.POST, $"/{index}/_refresh", null, cancellationToken);
        using var search = await documents.SearchAsync(index, new JsonObject { ["size"] = 0, ["track_total_hits"] = true }, cancellationToken);
        return search.Total;
    }

    private static JsonObject Next(JsonNode? after)
    {
        var body = new JsonObject { ["size"] = Page, ["_source"] = false, ["seq_no_primary_term"] = true, ["track_total_hits"] = false, ["sort"] = "_shard_doc" };
        if (after is not null) body["search_after"] = after;
        return body;
    }
}
