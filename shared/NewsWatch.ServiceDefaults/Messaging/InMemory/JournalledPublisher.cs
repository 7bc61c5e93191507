using System.Text.Json;
using MassTransit;
using Microsoft.Extensions.Options;
using NewsWatch.Contracts;
using NewsWatch.ServiceDefaults.Messaging.InMemory.Journal;

namespace NewsWatch.ServiceDefaults.Messaging.InMemory;

/// <summary>Publishes to the in-memory bus what the journal has on disk.</summary>
internal sealed class JournalledPublisher : IArticlePublisher, IAlertPublisher, IDisposable
{
    private readonly IBus _bus;
    private readonly BusStart _start;
    private readonly MessageJournal _journal;
    private readonly BusOptions _options;
    private readonly SemaphoreSlim _capacity;
    private readonly System.Collections.Concurrent.ConcurrentDictionary<long, byte> _batches = new();

    public JournalledPublisher(IBus bus, BusStart start, MessageJournal journal, IOptions<BusOptions> options)
    {
        _bus = bus;
        _start = start;
        _journal = journal;
        _options = options.Value;
        _capacity = new SemaphoreSlim(_options.InMemoryCapacity);
        _journal.Finished += OnFinished;
    }

    public async Task PublishAsync(ArticlesIngested batch, CancellationToken cancellationToken = default)
    {
        // The in-memory bus takes everything: without a bound, senders faster than the archive would fill the memory.
        if (!await _capacity.WaitAsync(_options.PublishTimeout, cancellationToken))
            throw new BrokerUnavailableException($"{_options.InMemoryCapacity} batches of articles are on their way already and none was finished within {_options.PublishTimeout.TotalSeconds:0} s.");

        long sequence;
        try
        {
            using var body = RentedJson.Of(batch);
            sequence = await _journal.AppendAsync(RecordKind.Articles, JournalEndpoints.Articles, body.WrittenMemory);
        }
        catch
        {
            _capacity.Release();
            throw;
        }

        _batches[sequence] = 0;
        try
        {
            await _start.WaitAsync(CancellationToken.None);
            await _bus.Publish(batch, context => context.Headers.Set(JournalFilter.Header, sequence), CancellationToken.None);
        }
        catch
        {
            // It stays in the journal and goes out at the next start; here nothing waits for it any more.
            OnFinished(sequence);
            throw;
        }
    }

    public Task PublishAsync(IReadOnlyList<AlertRaised> alerts, CancellationToken cancellationToken = default) =>
        Task.WhenAll(alerts.Select(PublishAsync));

    public void Dispose()
    {
        _journal.Finished -= OnFinished;
        _capacity.Dispose();
    }

    private async Task PublishAsync(AlertRaised alert)
    {
        var stored = new JournalledAlert(alert, alert.TraceParent, alert.TraceState);
        var sequence = await _journal.AppendAsync(RecordKind.Alert, JournalEndpoints.Alerts, JsonSerializer.SerializeToUtf8Bytes(stored, NewsWatchJson.Options));
        await _start.WaitAsync(CancellationToken.None);
        await _bus.Publish(alert, context =>
        {
            context.Headers.Set(JournalFilter.Header, sequence);
            AlertHeaders.Write(context.Headers, alert);
        }, CancellationToken.None);
    }

    private void OnFinished(long sequence)
    {
        if (_batches.TryRemove(sequence, out _)) _capacity.Release();
    }
}

/// <summary>An alert with the trace context that its JSON does not carry.</summary>
internal sealed record JournalledAlert(AlertRaised Alert, string? TraceParent, string? TraceState);
