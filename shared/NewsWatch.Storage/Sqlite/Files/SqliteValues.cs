using System.Text.Json;
using Microsoft.Data.Sqlite;
using NewsWatch.Contracts;

namespace NewsWatch.Storage.Sqlite.Files;

/// <summary>How values stand in columns: times as milliseconds since 1970 (UTC), which is what JSON keeps of them too, lists and whole documents as JSON.</summary>
internal static class SqliteValues
{
    public static object? Milliseconds(DateTimeOffset? time) => time?.ToUnixTimeMilliseconds();

    public static string Json<T>(T value) => JsonSerializer.Serialize(value, NewsWatchJson.Options);

    public static T FromJson<T>(string json) => JsonSerializer.Deserialize<T>(json, NewsWatchJson.Options)!;

    public static DateTimeOffset Time(this SqliteDataReader row, int column) => DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column));

    public static DateTimeOffset? TimeOrNull(this SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.Time(column);

    public static string? TextOrNull(this SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
