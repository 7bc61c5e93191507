using System.Text.Json;
using System.Text.Json.Nodes;
using NewsWatch.Contracts;
using NewsWatch.Storage.Elasticsearch.Client;
using NewsWatch.Storage.Elasticsearch.Schema;
using NewsWatch.Storage.Feeds;
using HttpMethod = Elastic.Transport.HttpMethod;

namespace NewsWatch.Storage.Elasticsearch.Feeds;

/// <summary>Feed state in an index of its own. A search only proposes what is due; the sequence number decides who claims it.</summary>
internal sealed class ElasticsearchFeedStateStore(ElasticsearchHttp http, BulkSender bulk, IndexNames names) : IFeedStateStore
{
    private readonly Documents _documents = new(http);

    public async Task<IReadOnlyDictionary<string, FeedState>> GetAsync(IReadOnlyCollection<string> feedIds, CancellationToken cancellationToken = default) =>
        (await ReadAsync(feedIds, cancellationToken)).ToDictionary(d => d.Id, d => d.Source.ToState());

    public async Task ScheduleAsync(IReadOnlyCollection<string> active, IReadOnlyCollection<string> paused, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        var (polled, resting) = (active.ToHashSet(), paused.ToHashSet());
        var known = await _documents.AllAsync<LeasedState>(names.FeedStates, "feedId", cancellationToken);
        var gone = known.Where(s => !polled.Contains(s.FeedId) && !resting.Contains(s.FeedId)).Select(s => new BulkOperation("delete", names.FeedStates, s.FeedId, default));
        // Creating one that exists is refused by the server, which is just right: it keeps its state.
        var added = polled.Except(known.Select(s => s.FeedId)).Select(id => Put("create", LeasedState.Of(new FeedState { FeedId = id, NextCheck = now }), null));
        await bulk.SendAsync([.. gone, .. added], refresh: true, cancellationToken);
        foreach (var state in known)
        {
            if (resting.Contains(state.FeedId) && state.NextCheck < FeedTimes.Paused)
                await ChangeAsync(state.FeedId, s => s.NextCheck < FeedTimes.Paused ? s with { NextCheck = FeedTimes.Paused } : null, cancellationToken);
            else if (polled.Contains(state.FeedId) && state.NextCheck == FeedTimes.Paused)
                await ChangeAsync(state.FeedId, s => s.NextCheck == FeedTimes.Paused ? s with { NextCheck = now } : null, cancellationToken);
        }
    }

    public Task MakeDueAsync(string feedId, DateTimeOffset now, CancellationToken cancellationToken = default) =>
        ChangeAsync(feedId, state => state.NextCheck > now || state.Lease > now ? state with { NextCheck = now } : null, cancellationToken);

    public async Task<IReadOnlyList<FeedState>> ClaimDueAsync(string owner, DateTimeOffset now, TimeSpan lease, int limit, CancellationToken cancellationToken = default)
    {
        var claimed = new List<FeedState>();
        while (claimed.Count < limit)
        {
            using var due = await _documents.SearchAsync(names.FeedStates, Due(now, limit - claimed.Count), cancellationToken);
            var proposed = due.Hits().Select(Documents.Read<LeasedState>).ToArray();
            if (proposed.Length == 0) break;
            var results = await bulk.SendAsync([.. proposed.Select(d => Put("index", d.Source with { Owner = owner, Lease = now + lease }, d.Sequence))], refresh: false, cancellationToken);
            claimed.AddRange(proposed.Where((_, i) => results[i].Succeeded).Select(d => d.Source.ToState()));
            if (!results.Any(r => r.Conflict)) break;

            // The search was behind the claims of others, or our own last ones: catch up, and ask for the rest.
            await http.SendAsync(HttpMethod.POST, $"/{names.FeedStates}/_refresh", null, cancellationToken);
        }

        return claimed;
    }

    public async Task<FeedState?> ReleaseAsync(string owner, FeedState claimed, FeedState outcome, CancellationToken cancellationToken = default) =>
        (await ChangeAsync(outcome.FeedId, stored => stored.Owner == owner ? LeasedState.Of(outcome.WithChangesSince(claimed, stored.ToState())) : null, cancellationToken))?.ToState();

    public async Task<bool> AmendHubAsync(string feedId, Func<HubSubscription, HubSubscription?> change, CancellationToken cancellationToken = default) =>
        await ChangeAsync(feedId, stored => stored.State.Hub is { } hub && change(hub) is { } changed ? stored with { State = stored.State with { Hub = changed } } : null, cancellationToken) is not null;

    // Reads, changes and writes until nobody came between, and gives what it wrote; a change of null means that there is nothing to do.
    private async Task<LeasedState?> ChangeAsync(string feedId, Func<LeasedState, LeasedState?> change, CancellationToken cancellationToken)
    {
        while (true)
        {
            var stored = (await ReadAsync([feedId], cancellationToken)).FirstOrDefault();
            if (stored is null || change(stored.Source) is not { } changed) return null;
            var result = (await bulk.SendAsync([Put("index", changed, stored.Sequence)], refresh: false, cancellationToken))[0];
            if (result.Succeeded) return changed;
            if (!result.Conflict) throw new ElasticsearchRefusedException($"Elasticsearch refuses the state of feed '{feedId}': {result.Reason}");
        }
    }

    private Task<List<StoredDocument<LeasedState>>> ReadAsync(IReadOnlyCollection<string> feedIds, CancellationToken cancellationToken) =>
        _documents.GetAsync<LeasedState>([.. feedIds.Distinct().Select(id => (names.FeedStates, id))], null, cancellationToken);

    private BulkOperation Put(string kind, LeasedState state, SequenceNumber? expected) =>
        new(kind, names.FeedStates, state.FeedId, JsonSerializer.SerializeToUtf8Bytes(state, NewsWatchJson.Options), expected);

    private static JsonObject Due(DateTimeOffset now, int limit)
    {
        var at = now.UtcDateTime.ToString("O", System.Globalization.CultureInfo.InvariantCulture);
        return new JsonObject
        {
            ["size"] = limit,
            ["seq_no_primary_term"] = true,
            ["track_total_hits"] = false,
            ["query"] = new JsonObject { ["bool"] = new JsonObject { ["filter"] = new JsonArray(Until("nextCheck", at), Until("lease", at)) } },
            ["sort"] = new JsonArray(new JsonObject { ["nextCheck"] = "asc" }, new JsonObject { ["feedId"] = "asc" }),
        };
    }

    private static JsonObject Until(string field, string time) => new() { ["range"] = new JsonObject { [field] = new JsonObject { ["lte"] = time } } };
}
