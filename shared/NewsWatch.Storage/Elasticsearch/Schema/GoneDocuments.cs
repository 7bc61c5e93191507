using System.Text.Json;
using System.Text.Json.Nodes;
using NewsWatch.Storage.Elasticsearch.Client;
using HttpMethod = Elastic.Transport.HttpMethod;

namespace NewsWatch.Storage.Elasticsearch.Schema;

/// <summary>Takes out of a copy of an index what was removed from the index after it had been copied: copying carries over what there is, never what is gone.</summary>
internal sealed class GoneDocuments(ElasticsearchHttp http, Documents documents, PointsInTime pointsInTime, BulkSender bulk)
{
    private const int Page = 5_000;

    /// <summary>Makes a copy equal to its original; nothing may write to either meanwhile, and everything in the original must be in the copy.</summary>
    public async Task RemoveAsync(string original, string copy, CancellationToken cancellationToken)
    {
        // With everything of the original in it, a copy that is no larger holds nothing else.
        if (await CountAsync(copy, cancellationToken) <= await CountAsync(original, cancellationToken)) return;
        var snapshot = await pointsInTime.OpenAsync(copy, cancellationToken) ?? throw new StoreUnavailableException($"Elasticsearch gives no point in time of the index {copy}.");
        try
        {
            for (var ids = await NextAsync(snapshot, null, cancellationToken); ids.Ids.Count > 0; ids = await NextAsync(snapshot, ids.Last, cancellationToken))
            {
                var there = await documents.GetAsync<JsonElement>([.. ids.Ids.Select(id => (original, id))], ["none"], cancellationToken);
                await bulk.SendAsync([.. ids.Ids.Except(there.Select(d => d.Id)).Select(id => new BulkOperation("delete", copy, id, default))], refresh: true, cancellationToken);
            }
        }
        finally
        {
            await pointsInTime.CloseAsync(snapshot);
        }
    }

    private async Task<long> CountAsync(string index, CancellationToken cancellationToken)
    {
        await http.SendAsync(HttpMethod.POST, $"/{index}/_refresh", null, cancellationToken);
        using var search = await documents.SearchAsync(index, new JsonObject { ["size"] = 0, ["track_total_hits"] = true }, cancellationToken);
        return search.Total;
    }

    private async Task<(List<string> Ids, JsonNode? Last)> NextAsync(string snapshot, JsonNode? after, CancellationToken cancellationToken)
    {
        var body = new JsonObject { ["size"] = Page, ["_source"] = false, ["track_total_hits"] = false, ["sort"] = "_shard_doc" };
        if (after is not null) body["search_after"] = after;
        using var page = await documents.SearchAtAsync(snapshot, body, cancellationToken) ?? throw new StoreUnavailableException("Elasticsearch no longer has the point in time that an index is compared in.");
        return ([.. page.Hits().Select(hit => hit.GetProperty("_id").GetString()!)], page.LastSort());
    }
}
