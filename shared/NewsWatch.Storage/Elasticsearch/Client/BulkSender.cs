using System.Text.Json;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;

namespace NewsWatch.Storage.Elasticsearch.Client;

/// <summary>Sends documents in bulk: cut to size, a few requests in flight, and only what the server was too busy for sent again.</summary>
internal sealed class BulkSender : IDisposable
{
    private const string Path = "/_bulk?filter_path=errors,items.*._id,items.*.status,items.*.error.type,items.*.error.reason,items.*.error.caused_by.reason";
    private readonly ElasticsearchHttp _http;
    private readonly SemaphoreSlim _slots;
    private readonly ResiliencePipeline<int> _again;

    public BulkSender(ElasticsearchHttp http, ILogger<BulkSender> log)
    {
        _http = http;
        _slots = new SemaphoreSlim(http.Options.BulkSenders);
        _again = Build(http, log);
    }

    /// <summary>Sends all; one result an operation, in order.</summary>
    /// <param name="operations">No two on the same document.</param>
    /// <param name="refresh">Whether to wait until searches see them.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="StoreUnavailableException">The store is away, or stayed too busy.</exception>
    public async Task<BulkResult[]> SendAsync(IReadOnlyList<BulkOperation> operations, bool refresh, CancellationToken cancellationToken)
    {
        var results = new BulkResult[operations.Count];
        await Task.WhenAll(Chunks(operations).Select(chunk => SendChunkAsync(operations, [.. chunk], results, refresh, cancellationToken)));
        return results;
    }

    public void Dispose() => _slots.Dispose();

    private async Task SendChunkAsync(IReadOnlyList<BulkOperation> operations, List<int> pending, BulkResult[] results, bool refresh, CancellationToken cancellationToken)
    {
        await _slots.WaitAsync(cancellationToken);
        try
        {
            var left = await _again.ExecuteAsync(
                async token =>
                {
                    await SendOnceAsync(operations, pending, results, refresh, token);
                    pending.RemoveAll(i => !results[i].MayComeLater);
                    return pending.Count;
                },
                cancellationToken);
            if (left > 0) throw new StoreUnavailableException($"Elasticsearch is too busy: it put off {left} of {operations.Count} documents again and again ({results[pending[0]].Reason}).");
        }
        finally
        {
            _slots.Release();
        }
    }

    private async Task SendOnceAsync(IReadOnlyList<BulkOperation> operations, List<int> pending, BulkResult[] results, bool refresh, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream(pending.Sum(i => operations[i].Length));
        await using var writer = new Utf8JsonWriter(body, new JsonWriterOptions { SkipValidation = true });
        foreach (var i in pending) operations[i].WriteTo(body, writer);
        var answer = await _http.SendLinesAsync(refresh ? Path + "&refresh=wait_for" : Path, body.GetBuffer().AsMemory(0, (int)body.Length), cancellationToken);
        using var json = answer.Json();
        var next = 0;
        foreach (var item in json.RootElement.GetProperty("items").EnumerateArray()) results[pending[next++]] = Read(item.EnumerateObject().First().Value);
    }

    private static BulkResult Read(JsonElement item)
    {
        var status = item.GetProperty("status").GetInt32();
        if (!item.TryGetProperty("error", out var error)) return new BulkResult(status, null);
        var reason = error.TryGetProperty("reason", out var r) ? r.GetString() : error.GetProperty("type").GetString();
        return new BulkResult(status, error.TryGetProperty("caused_by", out var cause) ? $"{reason}: {cause.GetProperty("reason").GetString()}" : reason);
    }

    private IEnumerable<List<int>> Chunks(IReadOnlyList<BulkOperation> operations)
    {
        var chunk = new List<int>();
        var bytes = 0;
        for (var i = 0; i < operations.Count; i++)
        {
            if (chunk.Count > 0 && (chunk.Count == _http.Options.BulkDocuments || bytes + operations[i].Length > _http.Options.BulkBytes))
            {
                yield return chunk;
                chunk = [];
                bytes = 0;
            }

            chunk.Add(i);
            bytes += operations[i].Length;
        }

        if (chunk.Count > 0) yield return chunk;
    }

    private static ResiliencePipeline<int> Build(ElasticsearchHttp http, ILogger log) => http.Options.Retries == 0
        ? ResiliencePipeline<int>.Empty
        : new ResiliencePipelineBuilder<int> { TimeProvider = http.Time }.AddRetry(new RetryStrategyOptions<int>
        {
            ShouldHandle = static arguments => ValueTask.FromResult(arguments.Outcome is { Exception: null, Result: > 0 }),
            MaxRetryAttempts = http.Options.Retries + 2,
            Delay = TimeSpan.FromMilliseconds(200),
            MaxDelay = TimeSpan.FromSeconds(10),
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            OnRetry = arguments =>
            {
                StorageTelemetry.Retried("busy");
                Log.Busy(log, arguments.Outcome.Result, arguments.AttemptNumber + 1);
                return default;
            },
        }).Build();
}
