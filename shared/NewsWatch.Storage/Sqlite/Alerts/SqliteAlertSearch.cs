using System.Text;
using NewsWatch.Contracts;
using NewsWatch.Storage.Alerts;
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
        var where = new SqliteConditions();
        if (query.Watch is not null) where.Add("watch = $", query.Watch);
        if (query.Article is not null) where.Add("article = $", query.Article);
        if (query.From is { } from) where.Add("raised >= $", from.ToUnixTimeMilliseconds());
        if (query.To is { } to) where.Add("raised < $", to.ToUnixTimeMilliseconds());
        AddTopics(session, query.Topic, where);
        if (after is { } cursor) where.Add(query.OldestFirst ? "(raised, id) > ($, $)" : "(raised, id) < ($, $)", cursor.Raised.ToUnixTimeMilliseconds(), cursor.Id);
        var order = query.OldestFirst ? "ASC" : "DESC";
        var sql = new StringBuilder("SELECT content FROM alert").Append(where).Append($" ORDER BY raised {order}, id {order}").Append(where.Limit(query.Limit + 1));
        return (sql.ToString(), where.Values);
    }

    // There are as many topics as watches at most, so a pattern is resolved against their names and then read through the index.
    private static void AddTopics(SqliteSession session, TopicPattern pattern, SqliteConditions where)
    {
        if (pattern.ToString() == TopicPattern.All.ToString()) return;
        var topics = pattern.IsLiteral
            ? [pattern.ToString()]
            : session.List("SELECT name FROM topic", r => r.GetString(0)).Where(pattern.Matches).ToArray();
        if (topics.Length == 1) where.Add("topic = $", topics[0]);
        else where.Add("topic IN (SELECT value FROM json_each($))", SqliteValues.Json(topics));
    }

    private static AlertRaised Read(Microsoft.Data.Sqlite.SqliteDataReader row) => SqliteValues.FromJson<AlertRaised>(row.GetString(0));
}
