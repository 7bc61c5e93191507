using System.Text;
using NewsWatch.Contracts;
using NewsWatch.Storage.Alerts;
using NewsWatch.Storage.Sqlite.Articles.Search;
using NewsWatch.Storage.Sqlite.Files;

namespace NewsWatch.Storage.Sqlite.Alerts;

/// <summary>Alerts from archive.db.</summary>
internal sealed class SqliteAlertSearch(SqliteFiles files) : IAlertSearch
{
    public Task<AlertPage> ListAsync(AlertQuery query, CancellationToken cancellationToken = default)
    {
        var after = query.After is null ? (AlertCursor?)null : AlertCursor.Parse(query.After);
        return StorageTelemetry.SearchAsync(SqliteStore.System, "alerts", () => files.Archive.ReadAsync(session => List(session, query, after), cancellationToken));
    }

    public Task<AlertRaised?> GetAsync(string id, CancellationToken cancellationToken = default) =>
        files.Archive.ReadAsync(session => session.First("SELECT content FROM alert WHERE id = $1", Read, id), cancellationToken);

    public Task<IReadOnlyList<WatchDayCount>> CountPerDayAsync(AlertQuery query, CancellationToken cancellationToken = default) =>
        StorageTelemetry.SearchAsync(SqliteStore.System, "alerts", () => files.Archive.ReadAsync<IReadOnlyList<WatchDayCount>>(session => CountPerDay(session, query), cancellationToken));

    private static List<WatchDayCount> CountPerDay(SqliteSession session, AlertQuery query)
    {
        var where = Where(session, query);
        return session.List(
            $"SELECT watch, raised / 86400000 AS day, count(*) FROM alert{where} GROUP BY watch, day ORDER BY watch, day",
            row => new WatchDayCount(row.GetString(0), Days.Of(row.GetInt64(1)), row.GetInt64(2)),
            where.Values);
    }

    private static AlertPage List(SqliteSession session, AlertQuery query, AlertCursor? after)
    {
        var (sql, values) = Statement(session, query, after);
        var alerts = session.List(sql, Read, values);
        if (alerts.Count <= query.Limit) return new AlertPage(alerts, null);
        alerts.RemoveAt(query.Limit);
        return new AlertPage(alerts, AlertCursor.Of(alerts[^1]).ToString());
    }

    private static (string Sql, object?[] Values) Statement(SqliteSession session, AlertQuery query, AlertCursor? after)
    {
        var where = Where(session, query);
        if (after is { } cursor) where.Add(query.OldestFirst ? "(raised, id) > ($, $)" : "(raised, id) < ($, $)", cursor.Raised.ToUnixTimeMilliseconds(), cursor.Id);
        var order = query.OldestFirst ? "ASC" : "DESC";
        var sql = new StringBuilder("SELECT content FROM alert").Append(where).Append($" ORDER BY raised {order}, id {order}").Append(where.Limit(query.Limit + 1));
        return (sql.ToString(), where.Values);
    }

    private static SqliteConditions Where(SqliteSession session, AlertQuery query)
    {
        var where = new SqliteConditions();
        if (query.Watch is not null) where.Add("watch = $", query.Watch);
        if (query.Article is not null) where.Add("article = $", query.Article);
        if (query.From is { } from) where.Add("raised >= $", from.ToUnixTimeMilliseconds());
        if (query.To is { } to) where.Add("raised < $", to.ToUnixTimeMilliseconds());
        if (Topics.Matching(session, query.Topic) is { } topics) where.Add("topic IN (SELECT value FROM json_each($))", topics);
        return where;
    }

    private static AlertRaised Read(Microsoft.Data.Sqlite.SqliteDataReader row) => SqliteValues.FromJson<AlertRaised>(row.GetString(0));
}
