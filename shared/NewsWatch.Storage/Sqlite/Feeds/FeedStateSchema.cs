using NewsWatch.Storage.Sqlite.Files;

namespace NewsWatch.Storage.Sqlite.Feeds;

/// <summary>feedstate.db: what polling remembers, and who polls what just now.</summary>
internal static class FeedStateSchema
{
    /// <summary>The file's schema.</summary>
    public static SqliteSchema Schema { get; } = new(
        """
        CREATE TABLE state(
          feed TEXT PRIMARY KEY, due INTEGER NOT NULL, owner TEXT, lease INTEGER NOT NULL DEFAULT 0, content TEXT NOT NULL) WITHOUT ROWID;
        CREATE INDEX state_due ON state(due);
        """);
}
