using System.Runtime.CompilerServices;
using NewsWatch.Contracts;
using NewsWatch.Storage.Alerts;

namespace NewsWatch.Gateway.Live;

/// <summary>What a listener missed while it was away.</summary>
internal sealed class AlertResume(IAlertSearch archive)
{
    /// <summary>
    /// Alerts are ordered by when they were raised but arrive a little out of order. Where the last id is no longer in the ring (another
    /// instance, a restart), reading starts this much earlier: a few may come twice, with the same id, and none is missed.
    /// </summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromSeconds(5);

    public async IAsyncEnumerable<AlertRaised> MissedAsync(LiveListener listener, AlertCursor last, TopicPattern topic, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (listener.After(last) is { } arrived)
        {
            foreach (var alert in arrived) yield return alert;
            yield break;
        }

        var start = last.Raised - Overlap;
        var sent = new HashSet<string>(StringComparer.Ordinal) { last.Id };
        await foreach (var alert in ArchivedAsync(start, topic, cancellationToken))
        {
            if (sent.Add(alert.Id)) yield return alert;
        }

        // What arrived here but is not stored yet.
        foreach (var alert in listener.Ring)
        {
            if (alert.Raised >= start && sent.Add(alert.Id)) yield return alert;
        }
    }

    private async IAsyncEnumerable<AlertRaised> ArchivedAsync(DateTimeOffset start, TopicPattern topic, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? after = null;
        do
        {
            var page = await archive.ListAsync(new AlertQuery { Topic = topic, From = start, OldestFirst = true, Limit = 500, After = after }, cancellationToken);
            foreach (var alert in page.Items) yield return alert;
            after = page.Next;
        }
        while (after is not null);
    }
}
