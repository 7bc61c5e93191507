using Microsoft.Extensions.Logging;
using NewsWatch.Storage.Elasticsearch.Client;

namespace NewsWatch.Storage.Elasticsearch.Articles;

/// <summary>Which ids the archive may hold, so that in a flood of news it is asked of those alone and not of the many that are new.</summary>
/// <remarks>
/// <para>
/// Nearly every article of a flood is new, and the question whether its id is known was what its alert waited for: with the server on the same two cores half of the way
/// from push to confirmation, 95 ms of 200, and half of what the server did meanwhile (2026-11). So where many are asked of, now or a few minutes ago, the ids that the
/// archive takes in are read every few seconds and kept in a filter, together with those asked of here. An id that is not among them is new.
/// </para>
/// <para>
/// That holds only while nobody else publishes: what another Ingestion took in a moment ago is not among them yet. It shows, since ids turn up in the archive that were
/// never named here; for an hour after the last of them every id is asked of, as it is at the start until nothing has arrived for two minutes that was on its way then.
/// </para>
/// </remarks>
internal sealed class HeldIds(ArrivedIds arrived, ElasticsearchHttp http, ILogger<HeldIds> log) : IAsyncDisposable
{
    /// <summary>As many ids asked of within <see cref="Counted"/> make it worth it.</summary>
    private const int Many = 1_000;

    private static readonly TimeSpan Counted = TimeSpan.FromMinutes(1);

    /// <summary>How long after that it goes on.</summary>
    private static readonly TimeSpan Busy = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan Apart = TimeSpan.FromSeconds(5);

    /// <summary>How old a reading may be and still count.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(15);

    /// <summary>How long after the first reading, and after what arrived since, it is not relied on yet.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromMinutes(2);

    /// <summary>How long after an id of somebody else all ids are asked of.</summary>
    private static readonly TimeSpan Alone = TimeSpan.FromHours(1);

    private readonly Lock _gate = new();
    private readonly IdFilter _ids = new();
    private readonly CancellationTokenSource _stopping = new();
    private Task _reading = Task.CompletedTask;
    private bool _tooMany;
    private bool _failing;

    // By a clock that is never set back.
    private long? _countedSince;
    private long? _busyAt;
    private long? _settlingSince;
    private long? _readAt;
    private long? _othersAt;
    private int _asked;

    private bool HasRoom => _ids.Count < http.Options.RememberedIds && !_tooMany;

    /// <summary>Takes note of ids that are published: from now on the archive may hold them.</summary>
    public void Add(IEnumerable<string> ids)
    {
        if (!HasRoom) return;
        foreach (var id in ids) _ids.Add(id);
    }

    /// <summary>Those of the ids that the archive may hold: all of them, as long as that is not known better. It may hold each from now on.</summary>
    public List<string> Among(IReadOnlyCollection<string> ids)
    {
        if (!HasRoom) return [.. ids];
        var known = IsKnown(ids.Count);
        var possible = new List<string>();
        foreach (var id in ids)
        {
            var isNew = _ids.Add(id);
            if (!isNew || !known) possible.Add(id);
        }

        return possible;
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _reading;
        _stopping.Dispose();
    }

    private bool IsKnown(int asked)
    {
        lock (_gate)
        {
            if (!IsWithin(Counted, _countedSince)) (_asked, _countedSince) = (0, http.Time.GetTimestamp());
            _asked += asked;
            if (_asked >= Many) _busyAt = http.Time.GetTimestamp();
            if (_reading.IsCompleted && IsWithin(Busy, _busyAt)) _reading = Task.Run(ReadOnAsync);
            return IsWithin(Fresh, _readAt) && !IsWithin(Settling, _settlingSince) && !IsWithin(Alone, _othersAt);
        }
    }

    private bool IsWithin(TimeSpan span, long? since) => since is { } then && http.Time.GetElapsedTime(then) < span;

    private async Task ReadOnAsync()
    {
        do
        {
            await ReadAsync();
            await Task.Delay(Apart, http.Time, _stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        while (GoesOn());
    }

    private bool GoesOn()
    {
        lock (_gate) return IsWithin(Busy, _busyAt) && HasRoom && !_stopping.IsCancellationRequested;
    }

    private async Task ReadAsync()
    {
        try
        {
            if (_settlingSince is null && await IsTooLargeAsync()) return;
            var begun = http.Time.GetTimestamp();
            if (!await arrived.ReadAsync(Take, _stopping.Token)) return;
            lock (_gate)
            {
                _settlingSince ??= http.Time.GetTimestamp();
                _readAt = begun;
            }

            _failing = false;
        }
        catch (Exception e)
        {
            // Whatever it is, all ids are asked of then. At the end nobody asks any more.
            if (!_failing && !_stopping.IsCancellationRequested) Log.IdsNotRead(log, e.Message);
            _failing = true;
        }
    }

    private async Task<bool> IsTooLargeAsync()
    {
        var count = await arrived.CountAsync(_stopping.Token);
        if (count <= http.Options.RememberedIds) return false;
        _tooMany = true;
        Log.TooManyIds(log, count);
        return true;
    }

    private bool Take(string id)
    {
        if (_ids.Add(id) && _settlingSince is not null) Meet();
        return HasRoom;
    }

    // At the start it is what this Ingestion published before it ended; later, somebody else's.
    private void Meet()
    {
        lock (_gate)
        {
            if (IsWithin(Settling, _settlingSince)) _settlingSince = http.Time.GetTimestamp();
            else _othersAt = http.Time.GetTimestamp();
        }
    }
}
