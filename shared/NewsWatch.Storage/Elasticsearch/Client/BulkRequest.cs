using System.Text.Json;

namespace NewsWatch.Storage.Elasticsearch.Client;

/// <summary>One <c>_bulk</c> request: writes it, and reads what became of each document.</summary>
internal sealed class BulkRequest(ElasticsearchHttp http)
{
    private const string Path = "/_bulk?filter_path=errors,items.*._id,items.*.status,items.*.error.type,items.*.error.reason,items.*.error.caused_by.reason";

    /// <summary>Sends the documents once; each has its result then.</summary>
    public async Task SendAsync(IReadOnlyList<BulkDocument> documents, bool refresh, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream(documents.Sum(d => d.Operation.Length));
        await using var writer = new Utf8JsonWriter(body, new JsonWriterOptions { SkipValidation = true });
        foreach (var document in documents) document.Operation.WriteTo(body, writer);
        var answer = await http.SendLinesAsync(refresh ? Path + "&refresh=wait_for" : Path, body.GetBuffer().AsMemory(0, (int)body.Length), cancellationToken);
        using var json = answer.Json();
        var next = 0;
        foreach (var item in json.RootElement.GetProperty("items").EnumerateArray()) documents[next++].Result = Read(item.EnumerateObject().First().Value);
    }

    private static BulkResult Read(JsonElement item)
    {
        var status = item.GetProperty("status").GetInt32();
        if (!item.TryGetProperty("error", out var error)) return new BulkResult(status, null);
        var type = error.GetProperty("type").GetString();
        var reason = error.TryGetProperty("reason", out var r) ? r.GetString() : type;
        if (error.TryGetProperty("caused_by", out var cause)) reason = $"{reason}: {cause.GetProperty("reason").GetString()}";
        return new BulkResult(status, reason) { Blocked = type == ElasticsearchAnswer.Blocked };
    }
}
