using System.Text.Json.Nodes;
using NewsWatch.Storage.Elasticsearch.Client;
using HttpMethod = Elastic.Transport.HttpMethod;

namespace NewsWatch.Storage.Elasticsearch.Schema;

/// <summary>Copies an index into another on the server, as a task of its own, so that no connection has to outlive it.</summary>
internal sealed class Reindexing(ElasticsearchHttp http)
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(250);

    /// <summary>The number of the last change of an index; -1 where it has none.</summary>
    public async Task<long> LastChangeAsync(string index, CancellationToken cancellationToken)
    {
        var answer = await http.SendAsync(HttpMethod.GET, $"/{index}/_stats?level=shards&filter_path=indices.*.shards.*.seq_no.max_seq_no", null, cancellationToken);
        var shards = JsonNode.Parse(answer.Body.Span)!["indices"]?.AsObject().First().Value!["shards"]!.AsObject();

        // Each shard counts for itself: what is below the least of them is below all.
        return shards?.SelectMany(s => s.Value!.AsArray()).Min(copy => (long)copy!["seq_no"]!["max_seq_no"]!) ?? -1;
    }

    /// <summary>Copies what changed behind <paramref name="after"/>. What the target has in the same or a later version stays.</summary>
    public async Task CopyAsync(string from, string to, long after, CancellationToken cancellationToken)
    {
        await http.SendAsync(HttpMethod.POST, $"/{from}/_refresh", null, cancellationToken);
        var body = new JsonObject
        {
            ["conflicts"] = "proceed",
            ["source"] = new JsonObject { ["index"] = from, ["query"] = new JsonObject { ["range"] = new JsonObject { ["_seq_no"] = new JsonObject { ["gt"] = after } } } },
            ["dest"] = new JsonObject { ["index"] = to, ["version_type"] = "external" },
        };
        var answer = await http.SendAsync(HttpMethod.POST, "/_reindex?wait_for_completion=false&refresh=true", body, cancellationToken);
        var task = (string)JsonNode.Parse(answer.Body.Span)!["task"]!;
        while (!await IsDoneAsync(task, from, cancellationToken)) await Task.Delay(Between, http.Time, cancellationToken);
    }

    private async Task<bool> IsDoneAsync(string task, string from, CancellationToken cancellationToken)
    {
        var answer = await http.SendAsync(HttpMethod.GET, $"/_tasks/{task}", null, cancellationToken);
        if (answer.Status == 404) throw new StoreUnavailableException($"Elasticsearch lost the copying of {from}, as it does when a node goes: it is begun again.");
        var state = JsonNode.Parse(answer.Body.Span)!;
        if (!(bool)state["completed"]!) return false;
        var failure = state["error"]?["reason"]?.ToString() ?? state["response"]!["failures"]!.AsArray().FirstOrDefault()?["cause"]?["reason"]?.ToString();
        return failure is null ? true : throw new ElasticsearchRefusedException($"Elasticsearch cannot copy {from} to its new form: {failure}");
    }
}
