using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using NewsWatch.Storage.Articles;
using Polly;
using Polly.Retry;

namespace NewsWatch.Storage.Elasticsearch.Client;

/// <summary>Sends documents in bulk: what several callers have is gathered into requests of full size, a few are in flight, and only what the server was too busy for is sent again.</summary>
/// <remarks>
/// The first request goes at once; while more documents keep coming, one that is not full is sent only every
/// <see cref="ElasticsearchOptions.BulkInterval"/>: 1,000 articles a second in batches of ten are ten requests a second instead of a hundred, each of
/// which the server would bring to the disk on its own.
/// </remarks>
internal sealed class BulkSender : IAsyncDisposable
{
    private readonly BulkRequest _request;
    private readonly ElasticsearchOptions _options;
    private readonly Channel<BulkPart> _parts = Channel.CreateUnbounded<BulkPart>();
    private readonly ResiliencePipeline<IReadOnlyList<BulkDocument>> _again;
    private readonly CancellationTokenSource _stopping = new();
    private readonly SemaphoreSlim _slots;
    private readonly TimeProvider _time;
    private readonly Task _sending;
    private long? _lastBegun;

    public BulkSender(ElasticsearchHttp http, ILogger<BulkSender> log)
    {
        _request = new BulkRequest(http);
        _options = http.Options;
        _again = Build(http, log);
        _time = http.Time;
        _slots = new SemaphoreSlim(_options.BulkSenders);
        _sending = Task.Run(SendAllAsync);
    }

    /// <summary>Sends all; one result an operation, in order.</summary>
    /// <param name="operations">No two on the same document.</param>
    /// <param name="refresh">Whether to wait until searches see them.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="StoreUnavailableException">The store is away, or stayed too busy.</exception>
    public async Task<BulkResult[]> SendAsync(IReadOnlyList<BulkOperation> operations, bool refresh, CancellationToken cancellationToken)
    {
        var documents = operations.Select(o => new BulkDocument(o)).ToArray();
        var parts = Cut(documents, refresh).ToArray();
        foreach (var part in parts) await _parts.Writer.WriteAsync(part, cancellationToken);
        await Task.WhenAll(parts.Select(p => p.Done)).WaitAsync(cancellationToken);
        return [.. documents.Select(d => d.Result)];
    }

    public async ValueTask DisposeAsync()
    {
        _parts.Writer.TryComplete();
        // Whoever still waits here has given up waiting; a server that is away must not hold up the end of the process.
        await _stopping.CancelAsync();
        await _sending;
        for (var sender = 0; sender < _options.BulkSenders; sender++) await _slots.WaitAsync();
        _stopping.Dispose();
        _slots.Dispose();
    }

    private async Task SendAllAsync()
    {
        while (await _parts.Reader.WaitToReadAsync())
        {
            await _slots.WaitAsync();
            _ = SendAndGiveBackAsync(await GatherAsync());
        }
    }

    private async Task SendAndGiveBackAsync(List<BulkPart> parts)
    {
        await SendTogetherAsync(parts);
        _slots.Release();
    }

    private async Task<List<BulkPart>> GatherAsync()
    {
        var gathered = new List<BulkPart>();
        while (!TakeWaiting(gathered) && MillisecondsLeft() is > 0 and var left && !_stopping.IsCancellationRequested)
            await Task.WhenAny(_parts.Reader.WaitToReadAsync().AsTask(), Task.Delay(TimeSpan.FromMilliseconds(left), _time, _stopping.Token));
        _lastBegun = _time.GetTimestamp();
        return gathered;
    }

    // Rounded up: a delay is cut down to whole milliseconds.
    private double MillisecondsLeft() => _lastBegun is { } last ? Math.Ceiling((_options.BulkInterval - _time.GetElapsedTime(last)).TotalMilliseconds) : 0;

    // Whether that is all that goes into one request: it is full, everybody who writes waits here already, or somebody waits for searches to see it.
    private bool TakeWaiting(List<BulkPart> gathered)
    {
        var (documents, bytes) = (gathered.Sum(p => p.Documents.Count), gathered.Sum(p => p.Length));
        while (_parts.Reader.TryPeek(out var next))
        {
            var fits = gathered.Count == 0
                || (documents + next.Documents.Count <= _options.BulkDocuments && bytes + next.Length <= _options.BulkBytes && next.Refresh == gathered[0].Refresh);
            if (!fits || !_parts.Reader.TryRead(out var part)) return true;
            gathered.Add(part);
            documents += part.Documents.Count;
            bytes += part.Length;
        }

        return gathered[0].Refresh || gathered.Count >= IArticleWriter.WritesAtOnce || documents >= _options.BulkDocuments || bytes >= _options.BulkBytes;
    }

    private async Task SendTogetherAsync(List<BulkPart> parts)
    {
        try
        {
            await SendAsync(parts);
        }
        catch (ElasticsearchRefusedException) when (parts.Count > 1)
        {
            // One of them makes the request impossible; alone it shows which.
            foreach (var part in parts) await SendTogetherAsync([part]);
        }
        catch (Exception error)
        {
            foreach (var part in parts) part.Fail(error);
        }
    }

    private async Task SendAsync(List<BulkPart> parts)
    {
        IReadOnlyList<BulkDocument> pending = [.. parts.SelectMany(p => p.Documents)];
        var count = pending.Count;
        pending = await _again.ExecuteAsync(
            async token =>
            {
                await _request.SendAsync(pending, parts[0].Refresh, token);
                return pending = [.. pending.Where(d => d.Result.MayComeLater)];
            },
            _stopping.Token);
        if (pending.Count > 0) throw new StoreUnavailableException($"Elasticsearch is too busy: it put off {pending.Count} of {count} documents again and again ({pending[0].Result.Reason}).");
        foreach (var part in parts) part.Succeed();
    }

    private IEnumerable<BulkPart> Cut(BulkDocument[] documents, bool refresh)
    {
        var (first, bytes) = (0, 0);
        for (var i = 0; i < documents.Length; i++)
        {
            if (i > first && (i - first == _options.BulkDocuments || bytes + documents[i].Operation.Length > _options.BulkBytes))
            {
                yield return new BulkPart(new ArraySegment<BulkDocument>(documents, first, i - first), bytes, refresh);
                (first, bytes) = (i, 0);
            }

            bytes += documents[i].Operation.Length;
        }

        if (documents.Length > 0) yield return new BulkPart(new ArraySegment<BulkDocument>(documents, first, documents.Length - first), bytes, refresh);
    }

    private static ResiliencePipeline<IReadOnlyList<BulkDocument>> Build(ElasticsearchHttp http, ILogger log) => http.Options.Retries == 0
        ? ResiliencePipeline<IReadOnlyList<BulkDocument>>.Empty
        : new ResiliencePipelineBuilder<IReadOnlyList<BulkDocument>> { TimeProvider = http.Time }.AddRetry(new RetryStrategyOptions<IReadOnlyList<BulkDocument>>
        {
            ShouldHandle = static arguments => ValueTask.FromResult(arguments.Outcome is { Exception: null, Result.Count: > 0 }),
            MaxRetryAttempts = http.Options.Retries + 2,
            Delay = TimeSpan.FromMilliseconds(200),
            MaxDelay = TimeSpan.FromSeconds(10),
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            OnRetry = arguments =>
            {
                StorageTelemetry.Retried("busy");
                Log.Busy(log, arguments.Outcome.Result!.Count, arguments.AttemptNumber + 1);
                return default;
            },
        }).Build();
}
