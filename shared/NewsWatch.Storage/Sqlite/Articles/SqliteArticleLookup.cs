using NewsWatch.Storage.Articles;
using NewsWatch.Storage.Sqlite.Files;

namespace NewsWatch.Storage.Sqlite.Articles;

/// <summary>Which articles archive.db knows.</summary>
internal sealed class SqliteArticleLookup(SqliteFiles files) : IArticleLookup
{
    public async Task<IReadOnlyDictionary<string, KnownArticle>> FindAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken = default) =>
        ids.Count == 0 ? new Dictionary<string, KnownArticle>() : await files.Archive.ReadAsync(session => Find(session, ids), cancellationToken);

    public void Announce(IReadOnlyCollection<string> ids)
    {
        // The file itself is asked of every id.
    }

    private static Dictionary<string, KnownArticle> Find(SqliteSession session, IReadOnlyCollection<string> ids)
    {
        var found = new Dictionary<string, KnownArticle>();
        session.Scan(
            "SELECT a.id, a.revision, a.hash, a.seen FROM json_each($1) wanted JOIN article a ON a.id = wanted.value",
            row => found.TryAdd(row.GetString(0), new KnownArticle(row.GetInt32(1), row.GetString(2), row.Time(3))) || true,
            SqliteValues.Json(ids));
        return found;
    }
}
