using System.Text.Json.Nodes;
using Elastic.Transport;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Polly;
using Polly.Retry;
using HttpMethod = Elastic.Transport.HttpMethod;

namespace NewsWatch.Storage.Elasticsearch.Client;

/// <summary>Calls to Elasticsearch: repeated with growing, jittered pauses while it is away or too busy, then given up with <see cref="StoreUnavailableException"/>.</summary>
internal sealed class ElasticsearchHttp
{
    private const string Json = "application/vnd.elasticsearch+json; compatible-with=9";
    private const string Lines = "application/vnd.elasticsearch+x-ndjson; compatible-with=9";
    private static readonly RequestConfiguration AsJson = new() { Accept = Json, ContentType = Json };
    private static readonly RequestConfiguration AsLines = new() { Accept = Json, ContentType = Lines };
    private readonly ITransport _transport;
    private readonly ILogger _log;
    private readonly ResiliencePipeline<ElasticsearchAnswer> _pipeline;

    public ElasticsearchHttp(IOptions<ElasticsearchOptions> options, TimeProvider time, ILogger<ElasticsearchHttp> log)
    {
        Options = options.Value;
        Time = time;
        _log = log;
        _transport = ElasticsearchTransport.Create(Options);
        _pipeline = Build(Options, time);
    }

    public ElasticsearchOptions Options { get; }

    public TimeProvider Time { get; }

    /// <summary>A call that succeeds, or whose refusal the caller understands (404 and 409).</summary>
    /// <exception cref="StoreUnavailableException">The store is away, or does not let us in.</exception>
    /// <exception cref="ElasticsearchRefusedException">It refuses the call.</exception>
    public async Task<ElasticsearchAnswer> SendAsync(HttpMethod method, string path, JsonNode? body, CancellationToken cancellationToken) =>
        await SendAsync(method, path, body is null ? null : PostData.String(body.ToJsonString()), AsJson, cancellationToken);

    /// <summary>A call that is done already where the server answers 400 with <paramref name="tolerated"/>.</summary>
    public async Task<ElasticsearchAnswer> SendToleratingAsync(HttpMethod method, string path, string tolerated, JsonNode? body, CancellationToken cancellationToken)
    {
        var answer = await _pipeline.ExecuteAsync(token => OnceAsync(method, path, body is null ? null : PostData.String(body.ToJsonString()), AsJson, token), cancellationToken);
        return answer.Status == 400 && System.Text.Encoding.UTF8.GetString(answer.Body.Span).Contains(tolerated, StringComparison.Ordinal) ? answer : Checked(method, path, answer);
    }

    /// <summary>A call whose body is a line of JSON after another.</summary>
    /// <inheritdoc cref="SendAsync(HttpMethod, string, JsonNode?, CancellationToken)"/>
    public async Task<ElasticsearchAnswer> SendLinesAsync(string path, ReadOnlyMemory<byte> lines, CancellationToken cancellationToken) =>
        await SendAsync(HttpMethod.POST, path, PostData.ReadOnlyMemory(lines), AsLines, cancellationToken);

    private async Task<ElasticsearchAnswer> SendAsync(HttpMethod method, string path, PostData? body, RequestConfiguration how, CancellationToken cancellationToken)
    {
        var attempts = 0;
        var answer = await _pipeline.ExecuteAsync(
            token =>
            {
                attempts++;
                return OnceAsync(method, path, body, how, token);
            },
            cancellationToken);
        return Checked(method, path, answer) with { Attempts = attempts };
    }

    private ElasticsearchAnswer Checked(HttpMethod method, string path, ElasticsearchAnswer answer)
    {
        if (answer.Succeeded || answer.Status is 404 or 409) return answer;
        var where = Options.Nodes[0].GetLeftPart(UriPartial.Authority);
        where = where[(where.LastIndexOf('@') + 1)..];
        if (answer.Untrusted)
            throw new StoreUnavailableException(
                $"Elasticsearch at {where} shows a certificate that nobody here vouches for: name the file with its authority's certificate in NewsWatch:Elasticsearch:CertificateAuthority, or the fingerprint of a certificate that the server shows in NewsWatch:Elasticsearch:Fingerprint.", answer.Failure);
        if (answer.MayComeLater) throw new StoreUnavailableException($"Elasticsearch at {where} does not answer: {answer.Reason()}", answer.Failure);
        if (answer.Status is 401 or 403)
            throw new StoreUnavailableException($"Elasticsearch at {where} does not let NewsWatch in ({answer.Reason()}): check user and password in the connection string, or NewsWatch:Elasticsearch:ApiKey and its rights.");
        throw new ElasticsearchRefusedException($"Elasticsearch refuses {method} {path}: {answer.Reason()}");
    }

    private async ValueTask<ElasticsearchAnswer> OnceAsync(HttpMethod method, string path, PostData? body, RequestConfiguration how, CancellationToken cancellationToken)
    {
        try
        {
            var response = await _transport.RequestAsync<BytesResponse>(new EndpointPath(method, path), body!, null!, how, cancellationToken);
            cancellationToken.ThrowIfCancellationRequested();
            var details = response.ApiCallDetails;
            return new ElasticsearchAnswer(details.HttpStatusCode ?? 0, response.Body ?? [], details.HttpStatusCode is null ? details.OriginalException : null);
        }
        catch (TransportException failure)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return new ElasticsearchAnswer(0, default, failure);
        }
    }

    private ResiliencePipeline<ElasticsearchAnswer> Build(ElasticsearchOptions options, TimeProvider time)
    {
        if (options.Retries == 0) return ResiliencePipeline<ElasticsearchAnswer>.Empty;
        var retry = new RetryStrategyOptions<ElasticsearchAnswer>
        {
            ShouldHandle = static arguments => ValueTask.FromResult(arguments.Outcome.Result is { MayComeLater: true }),
            MaxRetryAttempts = options.Retries,
            Delay = TimeSpan.FromMilliseconds(250),
            MaxDelay = TimeSpan.FromSeconds(10),
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            OnRetry = arguments =>
            {
                StorageTelemetry.Retried(arguments.Outcome.Result!.Status == 429 ? "busy" : "away");
                Log.Retrying(_log, arguments.AttemptNumber + 1, arguments.Outcome.Result.Reason());
                return default;
            },
        };
        return new ResiliencePipelineBuilder<ElasticsearchAnswer> { TimeProvider = time }.AddRetry(retry).Build();
    }
}
