using System.Diagnostics;
using Microsoft.Extensions.Options;
using NewsWatch.Contracts;
using Polly;
using Polly.Retry;
using RabbitMQ.Client;

namespace NewsWatch.ServiceDefaults.Messaging.RabbitMq;

/// <summary>Publishes article batches as plain JSON, and returns when the broker has confirmed.</summary>
/// <remarks>
/// Not through the bus: its envelope costs a second pass over a quarter of a megabyte at both ends, and a publish that the broker refuses (a queue
/// that changes its leader does, for a moment) would break the bus's connection instead of being tried again.
/// </remarks>
internal sealed class RabbitMqArticlePublisher : IArticlePublisher
{
    private readonly RabbitMqConnection _connection;
    private readonly TimeSpan _patience;
    private readonly ResiliencePipeline _pipeline;

    public RabbitMqArticlePublisher(RabbitMqConnection connection, TimeProvider clock, IOptions<BusOptions> options)
    {
        _connection = connection;
        _patience = options.Value.PublishTimeout;
        _pipeline = new ResiliencePipelineBuilder { TimeProvider = clock }
            .AddTimeout(_patience)
            .AddRetry(new RetryStrategyOptions
            {
                MaxRetryAttempts = int.MaxValue,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = TimeSpan.FromMilliseconds(50),
                MaxDelay = TimeSpan.FromSeconds(1),
            })
            .Build();
    }

    public async Task PublishAsync(ArticlesIngested batch, CancellationToken cancellationToken = default)
    {
        using var body = RentedJson.Of(batch);
        var properties = new BasicProperties { ContentType = "application/json", Type = nameof(ArticlesIngested), Persistent = true, Headers = TraceHeaders() };
        Exception? last = null;
        try
        {
            await _pipeline.ExecuteAsync(
                async token =>
                {
                    try
                    {
                        var channel = await _connection.ChannelAsync(token);
                        await channel.BasicPublishAsync(Queues.ArticlesExchange, "", mandatory: false, properties, body.WrittenMemory, token);
                    }
                    catch (Exception e) when (!token.IsCancellationRequested)
                    {
                        last = e;
                        throw;
                    }
                },
                cancellationToken);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            var reason = last ?? e;
            throw new BrokerUnavailableException($"The broker did not confirm {batch.Articles.Count} article(s) within {_patience.TotalSeconds:0} s: {reason.Message}", reason);
        }
    }

    /// <summary>The header by which the bus takes up a trace at the other end.</summary>
    private static Dictionary<string, object?>? TraceHeaders() =>
        Activity.Current is { IdFormat: ActivityIdFormat.W3C, Id: { } id } ? new() { ["MT-Activity-Id"] = id } : null;
}
