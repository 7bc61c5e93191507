using System.Text.Json;
using Microsoft.Data.Sqlite;
using NewsWatch.Contracts;

namespace NewsWatch.Storage.Sqlite.Files;

/// <summary>How values stand in columns: times as ticks of 100 ns since 1970 (UTC), lists and whole documents as JSON.</summary>
internal static class SqliteValues
{
    public static long ToTicks(this DateTimeOffset time) => time.UtcTicks - DateTimeOffset.UnixEpoch.Ticks;

    public static DateTimeOffset FromTicks(long ticks) => DateTimeOffset.UnixEpoch.AddTicks(ticks);

    public static object? Ticks(DateTimeOffset? time) => time?.ToTicks();

    public static string Json<T>(T value) => JsonSerializer.Serialize(value, NewsWatchJson.Options);

    public static T FromJson<T>(string json) => JsonSerializer.Deserialize<T>(json, NewsWatchJson.Options)!;

    public static DateTimeOffset Time(this SqliteDataReader row, int column) => FromTicks(row.GetInt64(column));

    public static DateTimeOffset? TimeOrNull(this SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.Time(column);

    public static string? TextOrNull(this SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
