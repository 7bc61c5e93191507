using Microsoft.Extensions.Logging;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace NewsWatch.ServiceDefaults.Messaging.RabbitMq;

/// <summary>The publishers' own connection. Everything they publish to is declared first, so that nothing is dropped because its reader has never run.</summary>
internal sealed class RabbitMqConnection(Uri broker, ILogger<RabbitMqConnection> logger) : IAsyncDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private IConnection? _connection;
    private IChannel? _channel;

    /// <summary>An open channel with confirms and a declared topology; made anew after it broke.</summary>
    /// <exception cref="BrokerUnavailableException">The broker cannot be reached or does not answer, with the reason.</exception>
    /// <exception cref="OperationInterruptedException">It answers, and refuses.</exception>
    public async Task<IChannel> ChannelAsync(CancellationToken cancellationToken)
    {
        if (_channel is { IsOpen: true } open) return open;
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (_channel is { IsOpen: true } opened) return opened;
            await CloseAsync();
            // Not before all is declared: the broker confirms what no queue is bound for, and drops it.
            _channel = await OpenAsync(cancellationToken);
            logger.BrokerConnected(broker.Host, broker.Port);
            return _channel;
        }
        catch (BrokerUnreachableException e)
        {
            throw new BrokerUnavailableException($"RabbitMQ at {broker.Host}:{broker.Port} cannot be reached: {e.GetBaseException().Message}", e);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            // The client's way to say that its own patience is over; to callers it would look as if they had given up.
            throw new BrokerUnavailableException($"RabbitMQ at {broker.Host}:{broker.Port} does not answer.", e);
        }
        finally
        {
            _gate.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        _gate.Dispose();
    }

    private async Task<IChannel> OpenAsync(CancellationToken cancellationToken)
    {
        _connection = await CreateFactory().CreateConnectionAsync("newswatch publisher", cancellationToken);
        var channel = await _connection.CreateChannelAsync(
            new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true, outstandingPublisherConfirmationsRateLimiter: null),
            cancellationToken);
        await RabbitMqTopology.DeclareAsync(channel, cancellationToken);
        return channel;
    }

    // Recovery is ours: a channel is made anew, with its topology, when the next publish asks for it.
    private ConnectionFactory CreateFactory() => new()
    {
        Uri = broker,
        AutomaticRecoveryEnabled = false,
        TopologyRecoveryEnabled = false,
        RequestedHeartbeat = TimeSpan.FromSeconds(10),
    };

    private async Task CloseAsync()
    {
        var (channel, connection) = (_channel, _connection);
        (_channel, _connection) = (null, null);
        await CloseAsync(channel);
        await CloseAsync(connection);
    }

    /// <summary>What is broken may fail to close in any way; it must not stand in the way of what replaces it.</summary>
    private async Task CloseAsync(IAsyncDisposable? broken)
    {
        try
        {
            if (broken is not null) await broken.DisposeAsync();
        }
        catch (Exception e)
        {
            logger.BrokerCloseFailed(e.Message);
        }
    }
}
