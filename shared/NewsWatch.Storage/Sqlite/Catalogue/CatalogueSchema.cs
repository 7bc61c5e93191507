using NewsWatch.Storage.Sqlite.Files;

namespace NewsWatch.Storage.Sqlite.Catalogue;

/// <summary>catalogue.db: watches, their fragments, and feeds.</summary>
internal static class CatalogueSchema
{
    /// <summary>The file's schema.</summary>
    public static SqliteSchema Schema { get; } = new(
        """
        CREATE TABLE watch(id TEXT PRIMARY KEY, version INTEGER NOT NULL, content TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE feed(id TEXT PRIMARY KEY, version INTEGER NOT NULL, content TEXT NOT NULL) WITHOUT ROWID;
        """,
        "CREATE TABLE fragment(id TEXT PRIMARY KEY, version INTEGER NOT NULL, content TEXT NOT NULL) WITHOUT ROWID");
}
