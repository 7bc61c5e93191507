using Microsoft.Data.Sqlite;
using NewsWatch.Storage.Feeds;
using NewsWatch.Storage.Sqlite.Files;

namespace NewsWatch.Storage.Sqlite.Feeds;

/// <summary>Feed state in feedstate.db. Every write begins by taking the file's write lock, so two processes never claim the same feed.</summary>
internal sealed class SqliteFeedStateStore(SqliteFiles files) : IFeedStateStore
{
    public Task<IReadOnlyDictionary<string, FeedState>> GetAsync(IReadOnlyCollection<string> feedIds, CancellationToken cancellationToken = default) =>
        files.FeedState.ReadAsync<IReadOnlyDictionary<string, FeedState>>(
            session => session.List("SELECT s.content, s.due FROM json_each($1) wanted JOIN state s ON s.feed = wanted.value", Read, SqliteValues.Json(feedIds))
                .DistinctBy(s => s.FeedId).ToDictionary(s => s.FeedId),
            cancellationToken);

    public Task ScheduleAsync(IReadOnlyCollection<string> active, IReadOnlyCollection<string> paused, DateTimeOffset now, CancellationToken cancellationToken = default) =>
        files.FeedState.WriteAsync(session => Schedule(session, SqliteValues.Json(active), SqliteValues.Json(paused), now), cancellationToken);

    public Task MakeDueAsync(string feedId, DateTimeOffset now, CancellationToken cancellationToken = default) =>
        files.FeedState.WriteAsync(session => session.Execute("UPDATE state SET due = $2 WHERE feed = $1 AND (due > $2 OR lease > $2)", feedId, now.ToUnixTimeMilliseconds()), cancellationToken);

    public async Task<IReadOnlyList<FeedState>> ClaimDueAsync(
        string owner, DateTimeOffset now, TimeSpan lease, int limit, CancellationToken cancellationToken = default) =>
        await files.FeedState.WriteAsync(session => Claim(session, owner, now, lease, limit), cancellationToken);

    public Task<FeedState?> ReleaseAsync(string owner, FeedState claimed, FeedState outcome, CancellationToken cancellationToken = default) =>
        files.FeedState.WriteAsync(
            session =>
            {
                var stored = session.First("SELECT content, due FROM state WHERE feed = $1 AND owner = $2", Read, outcome.FeedId, owner);
                if (stored is null) return null;
                var after = outcome.WithChangesSince(claimed, stored);
                session.Execute("UPDATE state SET owner = NULL, lease = 0 WHERE feed = $1", after.FeedId);
                Save(session, after);
                return after;
            },
            cancellationToken);

    public Task<bool> AmendHubAsync(string feedId, Func<HubSubscription, HubSubscription?> change, CancellationToken cancellationToken = default) =>
        files.FeedState.WriteAsync(
            session =>
            {
                var stored = session.First("SELECT content, due FROM state WHERE feed = $1", Read, feedId);
                if (stored?.Hub is not { } hub || change(hub) is not { } changed) return false;
                Save(session, stored with { Hub = changed });
                return true;
            },
            cancellationToken);

    private static void Save(SqliteSession session, FeedState state) =>
        session.Execute("UPDATE state SET due = $2, content = $3 WHERE feed = $1", state.FeedId, state.NextCheck.ToUnixTimeMilliseconds(), SqliteValues.Json(state));

    private static int Schedule(SqliteSession session, string active, string paused, DateTimeOffset now)
    {
        var (due, never) = (now.ToUnixTimeMilliseconds(), FeedTimes.Paused.ToUnixTimeMilliseconds());
        session.Execute("DELETE FROM state WHERE feed NOT IN (SELECT value FROM json_each($1) UNION ALL SELECT value FROM json_each($2))", active, paused);
        session.Execute("UPDATE state SET due = $2 WHERE due < $2 AND feed IN (SELECT value FROM json_each($1))", paused, never);
        session.Execute("UPDATE state SET due = $2 WHERE due = $3 AND feed IN (SELECT value FROM json_each($1))", active, due, never);
        foreach (var id in session.List("SELECT value FROM json_each($1) WHERE value NOT IN (SELECT feed FROM state)", row => row.GetString(0), active))
            session.Execute("INSERT OR IGNORE INTO state(feed, due, content) VALUES ($1,$2,$3)", id, due, SqliteValues.Json(new FeedState { FeedId = id, NextCheck = now }));
        return 0;
    }

    private static List<FeedState> Claim(SqliteSession session, string owner, DateTimeOffset now, TimeSpan lease, int limit)
    {
        var due = session.List("SELECT content, due FROM state WHERE due <= $1 AND lease <= $1 ORDER BY due, feed LIMIT $2", Read, now.ToUnixTimeMilliseconds(), limit);
        foreach (var state in due) session.Execute("UPDATE state SET owner = $2, lease = $3 WHERE feed = $1", state.FeedId, owner, (now + lease).ToUnixTimeMilliseconds());
        return due;
    }

    private static FeedState Read(SqliteDataReader row) => SqliteValues.FromJson<FeedState>(row.GetString(0)) with { NextCheck = row.Time(1) };
}
