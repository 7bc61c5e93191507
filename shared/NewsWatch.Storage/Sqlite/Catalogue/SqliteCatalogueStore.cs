using NewsWatch.Storage.Catalogue;
using NewsWatch.Storage.Sqlite.Files;

namespace NewsWatch.Storage.Sqlite.Catalogue;

/// <summary>Things of one kind in a table of catalogue.db, of id, version and content.</summary>
/// <param name="files">The files.</param>
/// <param name="kind">The kind, whose noun is the table.</param>
internal sealed class SqliteCatalogueStore<T>(SqliteFiles files, CatalogueKind<T> kind) : ICatalogueStore<T>
    where T : class
{
    public async Task<IReadOnlyList<T>> ListAsync(CancellationToken cancellationToken = default) =>
        [.. kind.Sort(await files.Catalogue.ReadAsync(session => session.List($"SELECT content FROM {kind.Noun}", r => SqliteValues.FromJson<T>(r.GetString(0))), cancellationToken))];

    public Task<T?> GetAsync(string id, CancellationToken cancellationToken = default) =>
        files.Catalogue.ReadAsync(session => session.First($"SELECT content FROM {kind.Noun} WHERE id = $1", r => SqliteValues.FromJson<T>(r.GetString(0)), id), cancellationToken);

    public Task<T> PutAsync(T item, int expectedVersion, CancellationToken cancellationToken = default) => files.Catalogue.WriteAsync(
        session =>
        {
            var (id, next) = (kind.IdOf(item), kind.WithVersion(item, expectedVersion + 1));
            Expect(session, id, expectedVersion);
            session.Execute($"INSERT OR REPLACE INTO {kind.Noun}(id, version, content) VALUES ($1,$2,$3)", id, kind.VersionOf(next), SqliteValues.Json(next));
            return next;
        },
        cancellationToken);

    public Task<bool> DeleteAsync(string id, int? expectedVersion = null, CancellationToken cancellationToken = default) => files.Catalogue.WriteAsync(
        session =>
        {
            if (Version(session, id) is null) return false;
            if (expectedVersion is { } expected) Expect(session, id, expected);
            return session.Execute($"DELETE FROM {kind.Noun} WHERE id = $1", id) > 0;
        },
        cancellationToken);

    private void Expect(SqliteSession session, string id, int expected)
    {
        var current = Version(session, id);
        if ((current ?? 0) != expected) throw kind.Conflict(id, expected, current);
    }

    private int? Version(SqliteSession session, string id) =>
        session.Scalar($"SELECT version FROM {kind.Noun} WHERE id = $1", id) is long version ? (int)version : null;
}
