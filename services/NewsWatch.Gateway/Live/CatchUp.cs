using System.Runtime.CompilerServices;
using NewsWatch.Contracts;
using NewsWatch.Storage.Alerts;

namespace NewsWatch.Gateway.Live;

/// <summary>What one listener missed while it was away.</summary>
internal sealed class CatchUp(IAlertSearch archive, LiveListener listener, AlertCursor last, TopicPattern topic)
{
    /// <summary>
    /// Alerts are ordered by when they were raised but arrive a little out of order. Where the last id is no longer in the ring (another
    /// instance, a restart), reading starts this much earlier: a few may come twice, with the same id, and none is missed.
    /// </summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromSeconds(5);

    private readonly DateTimeOffset _start = last.Raised - Overlap;
    private readonly HashSet<string> _sent = new(StringComparer.Ordinal) { last.Id };

    /// <summary>
    /// How much later the archive is read again: what was raised before this process heard of alerts may not have been found by a search yet,
    /// which takes Elasticsearch up to five seconds.
    /// </summary>
    public static TimeSpan SecondLook { get; } = TimeSpan.FromSeconds(10);

    /// <summary>Whether the archive was asked, so that it has to be asked again.</summary>
    public bool IsFromArchive { get; private set; }

    /// <summary>What was missed, in order.</summary>
    public async IAsyncEnumerable<AlertRaised> MissedAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (listener.After(last) is { } arrived)
        {
            foreach (var alert in arrived) yield return alert;
            yield break;
        }

        IsFromArchive = true;
        await foreach (var alert in LateAsync(cancellationToken)) yield return alert;

        // What arrived here but is not stored yet.
        foreach (var alert in listener.Ring)
        {
            if (alert.Raised >= _start && _sent.Add(alert.Id)) yield return alert;
        }
    }

    /// <summary>Takes note of an alert that came meanwhile.</summary>
    public void Heard(AlertRaised alert) => _sent.Add(alert.Id);

    /// <summary>What the archive has and was not sent.</summary>
    public async IAsyncEnumerable<AlertRaised> LateAsync([EnumeratorCancellation] CancellationToken cancellationToken)
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
