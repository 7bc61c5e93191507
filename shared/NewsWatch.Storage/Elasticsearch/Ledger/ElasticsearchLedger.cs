using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using NewsWatch.Contracts;
using NewsWatch.Storage.Elasticsearch.Client;
using NewsWatch.Storage.Elasticsearch.Schema;
using NewsWatch.Storage.Ledger;
using HttpMethod = Elastic.Transport.HttpMethod;

namespace NewsWatch.Storage.Elasticsearch.Ledger;

/// <summary>A document a process and day in an index of its own. Only its day is searched for; the rest is read back as it was written.</summary>
internal sealed class ElasticsearchLedger(ElasticsearchHttp http, IndexNames names) : ILedger
{
    private const int MostPages = 10_000;

    private readonly Documents _documents = new(http);
    private volatile bool _made;

    private string Index => names.Prefix + "-ledger";

    public async Task WriteAsync(LedgerPage page, CancellationToken cancellationToken = default)
    {
        await MakeAsync(cancellationToken);
        var id = $"{page.Service}-{page.Process}-{Text(page.Day)}";
        await http.SendAsync(HttpMethod.PUT, $"/{Index}/_doc/{id}", JsonSerializer.SerializeToNode(page, NewsWatchJson.Options), cancellationToken);
    }

    public async Task<IReadOnlyList<LedgerPage>> ReadAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken = default)
    {
        await MakeAsync(cancellationToken);
        var days = new JsonObject { ["range"] = new JsonObject { ["day"] = new JsonObject { ["gte"] = Text(from), ["lte"] = Text(to) } } };
        using var answer = await _documents.SearchAsync(Index, new JsonObject { ["size"] = MostPages, ["track_total_hits"] = false, ["query"] = days }, cancellationToken);
        return [.. answer.Hits().Select(hit => Documents.Read<LedgerPage>(hit).Source)];
    }

    private async Task MakeAsync(CancellationToken cancellationToken)
    {
        if (_made) return;
        if (!(await http.SendAsync(HttpMethod.HEAD, "/" + Index, null, cancellationToken)).Succeeded)
        {
            var mapping = new JsonObject { ["dynamic"] = false, ["properties"] = new JsonObject { ["day"] = new JsonObject { ["type"] = "keyword" } } };
            await http.SendToleratingAsync(HttpMethod.PUT, "/" + Index, "resource_already_exists_exception", null, cancellationToken);
            await http.SendAsync(HttpMethod.PUT, $"/{Index}/_mapping", mapping, cancellationToken);
        }

        _made = true;
    }

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
