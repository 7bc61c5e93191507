using System.Text.Json;
using System.Text.Json.Nodes;
using NewsWatch.Storage.Elasticsearch.Client;
using NewsWatch.Storage.Elasticsearch.Schema;
using HttpMethod = Elastic.Transport.HttpMethod;

namespace NewsWatch.Storage.Elasticsearch.Articles;

/// <summary>Which ids the archive may hold, so that in a flood of news it is asked of those alone and not of the many that are new.</summary>
/// <remarks>
/// <para>
/// Nearly every article of a flood is new, and the question whether its id is known was what its alert waited for: with the server on the same two cores half of the
/// way from push to confirmation, 95 ms of 200, and as much of the server's processor as there was (2026-11). So where many ids are asked of, now or a few minutes ago, those that
/// the archive takes in are read every few seconds, in the order in which it took them in, and kept in a filter, together with those asked of here. An id that is not among them is new.
/// </para>
/// <para>
/// That holds only while nobody else publishes: what another Ingestion took in a second ago is not among them yet. It shows, since ids turn up in the archive that were
/// never asked of here; for two minutes after the last of them, and until all is read, every id is asked of.
/// </para>
/// </remarks>
internal sealed class HeldIds(Documents documents, ElasticsearchHttp http, IndexNames names) : IAsyncDisposable
{
    private const int PageSize = 10_000;

    /// <summary>As many ids asked of make it worth it.</summary>
    private const int Many = 1_000;

    /// <summary>How long after that many ids it goes on.</summary>
    private static readonly TimeSpan Busy = TimeSpan.FromMinutes(10);

    /// <summary>As long as a search takes to see what was written.</summary>
    private static readonly TimeSpan Apart = TimeSpan.FromSeconds(5);

    /// <summary>How old a reading may be and still count.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(15);

    /// <summary>How long after an id of somebody else all ids are asked of.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromMinutes(2);

    private readonly Lock _gate = new();
    private readonly IdFilter _ids = new();
    private readonly CancellationTokenSource _stopping = new();
    private Task _reading = Task.CompletedTask;
    private DateTimeOffset _busyAt = DateTimeOffset.MinValue;
    private DateTimeOffset _readAt = DateTimeOffset.MinValue;
    private DateTimeOffset _othersAt = DateTimeOffset.MaxValue;
    private int _asked;

    // By index the sequence number up to which the last reading came.
    private Dictionary<string, long> _ended = [];

    /// <summary>Those of the ids that the archive may hold: all of them, as long as that is not known better. From now on, so may all.</summary>
    public List<string> Among(IReadOnlyCollection<string> ids)
    {
        if (_ids.Count >= http.Options.RememberedIds) return [.. ids];
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
        var now = http.Time.GetUtcNow();
        lock (_gate)
        {
            _asked += asked;
            if (_asked >= Many) (_asked, _busyAt) = (0, now);
            if (_reading.IsCompleted && IsBusy(now)) _reading = Task.Run(ReadOnAsync);
            return now - _readAt <= Fresh && now - _othersAt >= Quiet;
        }
    }

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
        lock (_gate) return IsBusy(http.Time.GetUtcNow()) && !_stopping.IsCancellationRequested && _ids.Count < http.Options.RememberedIds;
    }

    private bool IsBusy(DateTimeOffset now) => now - _busyAt < Busy;

    private async Task ReadAsync()
    {
        try
        {
            var begun = http.Time.GetUtcNow();
            if (!await IsOneShardEachAsync()) return;
            var (ended, others) = await ReadFromAsync(_ended);
            lock (_gate)
            {
                if (others || _readAt == DateTimeOffset.MinValue) _othersAt = http.Time.GetUtcNow();
                _readAt = begun;
                _ended = ended;
            }
        }
        catch (Exception e) when (e is StoreUnavailableException or ElasticsearchRefusedException or OperationCanceledException)
        {
            // As long as nothing is read, all ids are asked of, and whoever asks hears what is wrong.
        }
    }

    private async Task<(Dictionary<string, long> Ended, bool Others)> ReadFromAsync(Dictionary<string, long> from)
    {
        // Numbers are given before documents can be seen, and these are not seen in the order of theirs: what is read again is more than all bulk requests on their way hold.
        var ended = from.ToDictionary(end => end.Key, end => end.Value - PageSize);
        var others = false;
        int read;
        do
        {
            read = 0;
            using var page = await documents.SearchAsync(names.Articles, PageAfter(ended), _stopping.Token, mayBeGone: true);
            foreach (var hit in page.Hits())
            {
                read++;
                others |= _ids.Add(hit.GetProperty("fields").GetProperty("id")[0].GetString()!);
                ended[hit.GetProperty("_index").GetString()!] = hit.GetProperty("sort")[0].GetInt64();
            }
        }
        while (read == PageSize && _ids.Count < http.Options.RememberedIds);
        return (ended, others);
    }

    private static JsonObject PageAfter(Dictionary<string, long> ended) => new()
    {
        ["size"] = PageSize,
        // Of a stored field the server would unpack a whole block for each id.
        ["stored_fields"] = "_none_",
        ["_source"] = false,
        ["docvalue_fields"] = new JsonArray("id"),
        ["track_total_hits"] = false,
        ["sort"] = new JsonArray("_seq_no"),
        ["query"] = new JsonObject { ["bool"] = new JsonObject { ["should"] = new JsonArray([.. ended.Select(After), NoneOf(ended.Keys)]) } },
    };

    private static JsonObject After(KeyValuePair<string, long> end) => new()
    {
        ["bool"] = new JsonObject
        {
            ["filter"] = new JsonArray(
                new JsonObject { ["term"] = new JsonObject { ["_index"] = end.Key } },
                new JsonObject { ["range"] = new JsonObject { ["_seq_no"] = new JsonObject { ["gt"] = end.Value } } }),
        },
    };

    private static JsonObject NoneOf(IEnumerable<string> indices) => new()
    {
        ["bool"] = new JsonObject { ["must_not"] = new JsonArray(new JsonObject { ["terms"] = new JsonObject { ["_index"] = new JsonArray([.. indices.Select(i => (JsonNode)i)]) } }) },
    };

    // Each shard counts for itself, so only the numbers of an index that is one shard are an order.
    private async Task<bool> IsOneShardEachAsync()
    {
        var answer = await http.SendAsync(HttpMethod.GET, $"/{names.Articles}/_settings/index.number_of_shards", null, _stopping.Token);
        if (answer.Status == 404) return false;
        using var json = answer.Json();
        return json.RootElement.EnumerateObject().All(index => ShardsOf(index.Value) == "1");
    }

    private static string? ShardsOf(JsonElement index) => index.GetProperty("settings").GetProperty("index").GetProperty("number_of_shards").GetString();
}
