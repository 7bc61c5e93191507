using System.Runtime.CompilerServices;
using NewsWatch.Contracts;
using NewsWatch.Storage.Alerts;

namespace NewsWatch.Gateway.Live;

/// <summary>What one listener missed, in the archive and in the ring.</summary>
internal sealed class CatchUp(IAlertSearch archive, LiveListener listener, AlertCursor last, TopicPattern topic)
{
    /// <summary>Alerts are ordered by when they were raised but arrive a little out of order, so reading starts this much earlier: a few may come twice, with the same id, and none is missed.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromSeconds(5);

    private readonly DateTimeOffset _start = last.Raised - Overlap;
    private readonly HashSet<string> _sent = new(StringComparer.Ordinal) { last.Id };

    /// <summary>
    /// How much later the archive is read again: what was raised before this process heard of alerts may not be found at once. A search of Elasticsearch
    /// finds it after up to five seconds; after an outage the Indexer may need longer than we do to be back.
    /// </summary>
    public static IReadOnlyList<TimeSpan> LaterLooks { get; } = [TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(90)];

    /// <summary>What was missed and can be known now, in order; what comes meanwhile stays with the listener.</summary>
    public async IAsyncEnumerable<AlertRaised> MissedAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var alert in ArchivedAsync(cancellationToken)) yield return alert;

        // What arrived here but is not stored yet.
        foreach (var alert in listener.Ring)
        {
            if (alert.Raised >= _start && _sent.Add(alert.Id)) yield return alert;
        }
    }

    /// <summary>Takes note of an alert that came meanwhile.</summary>
    /// <returns>Whether it was not found already.</returns>
    public bool Hear(AlertRaised alert) => _sent.Add(alert.Id);

    private async IAsyncEnumerable<AlertRaised> ArchivedAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? after = null;
        do
        {
            var page = await archive.ListAsync(new AlertQuery { Topic = topic, From = _start, OldestFirst = true, Limit = 500, After = after }, cancellationToken);
            foreach (var alert in page.Items)
            {
                if (_sent.Add(alert.Id)) yield return alert;
            }

            after = page.Next;
        }
        while (after is not null);
    }
}
