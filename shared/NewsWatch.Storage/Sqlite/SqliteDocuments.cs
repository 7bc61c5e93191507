using NewsWatch.Storage.Sqlite.Files;

namespace NewsWatch.Storage.Sqlite;

/// <summary>Versioned documents of one kind in a table of id, version and content.</summary>
/// <param name="file">The file.</param>
/// <param name="table">The table; a constant of ours.</param>
/// <param name="noun">What people call such a document.</param>
internal sealed class SqliteDocuments<T>(SqliteFile file, string table, string noun)
    where T : class
{
    public Task<List<T>> ListAsync(CancellationToken cancellationToken) =>
        file.ReadAsync(session => session.List($"SELECT content FROM {table}", r => SqliteValues.FromJson<T>(r.GetString(0))), cancellationToken);

    public Task<T?> GetAsync(string id, CancellationToken cancellationToken) =>
        file.ReadAsync(session => session.First($"SELECT content FROM {table} WHERE id = $1", r => SqliteValues.FromJson<T>(r.GetString(0)), id), cancellationToken);

    /// <summary>Stores <paramref name="document"/> as the version behind <paramref name="expectedVersion"/>.</summary>
    public Task<T> PutAsync(string id, T document, int expectedVersion, CancellationToken cancellationToken) => file.WriteAsync(
        session =>
        {
            Expect(session, id, expectedVersion);
            session.Execute($"INSERT OR REPLACE INTO {table}(id, version, content) VALUES ($1,$2,$3)", id, expectedVersion + 1, SqliteValues.Json(document));
            return document;
        },
        cancellationToken);

    public Task<bool> DeleteAsync(string id, int? expectedVersion, CancellationToken cancellationToken) => file.WriteAsync(
        session =>
        {
            if (Version(session, id) is null) return false;
            if (expectedVersion is { } expected) Expect(session, id, expected);
            return session.Execute($"DELETE FROM {table} WHERE id = $1", id) > 0;
        },
        cancellationToken);

    private void Expect(SqliteSession session, string id, int expected)
    {
        var current = Version(session, id);
        if ((current ?? 0) != expected) throw VersionConflicts.Of(noun, id, expected, current);
    }

    private int? Version(SqliteSession session, string id) =>
        session.Scalar($"SELECT version FROM {table} WHERE id = $1", id) is long version ? (int)version : null;
}
