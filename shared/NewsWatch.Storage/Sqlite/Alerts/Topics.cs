using NewsWatch.Contracts;
using NewsWatch.Storage.Sqlite.Files;

namespace NewsWatch.Storage.Sqlite.Alerts;

/// <summary>The topics that there have been alerts on.</summary>
internal static class Topics
{
    /// <summary>Those that a pattern matches, as a JSON list; <see langword="null"/> where it matches every topic.</summary>
    /// <remarks>There are as many topics as watches at most, so a pattern is resolved against their names, and alerts are then read through the index.</remarks>
    public static string? Matching(SqliteSession session, TopicPattern pattern)
    {
        if (pattern.ToString() == TopicPattern.All.ToString()) return null;
        return SqliteValues.Json(pattern.IsLiteral
            ? [pattern.ToString()]
            : session.List("SELECT name FROM topic", r => r.GetString(0)).Where(pattern.Matches).ToArray());
    }
}
