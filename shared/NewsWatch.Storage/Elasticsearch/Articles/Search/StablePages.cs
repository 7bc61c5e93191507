using NewsWatch.Storage.Articles;
using NewsWatch.Storage.Elasticsearch.Client;
using NewsWatch.Storage.Elasticsearch.Schema;

namespace NewsWatch.Storage.Elasticsearch.Articles.Search;

/// <summary>Reads page after page so that what is written meanwhile neither repeats nor hides an article.</summary>
/// <remarks>
/// Whoever turns the page gets a point in time, which the cursor carries on; a first page alone needs none, except by relevance, where every new
/// article may shift all scores. When the server has let go of it, an order by time goes on without, because its values do not change; an order by
/// relevance cannot.
/// </remarks>
internal sealed class StablePages(Documents documents, PointsInTime points, IndexNames names)
{
    // A cursor travels in a URL, and a point in time grows with every month; servers take some 8 KB.
    private const int LongestSnapshot = 6_000;

    public async Task<(SearchAnswer Answer, string? Snapshot)> ReadAsync(ArticleQuery query, ArticleSearchBody search, int size, ArticleCursor? cursor, CancellationToken cancellationToken)
    {
        var snapshot = cursor?.Snapshot ?? await OpenAsync(query, search, cursor, cancellationToken);
        if (snapshot is not null && await InSnapshotAsync(query, search, size, cursor, snapshot, cancellationToken) is { } answer) return (answer, snapshot);
        if (snapshot is not null && search.Ranked)
            throw new CursorExpiredException("This search was begun too long ago to go on with by relevance: search again from the first page, or sort by seen or published.");
        return (await documents.SearchAsync(names.Articles, Body(query, search, size, cursor), cancellationToken), null);
    }

    /// <summary>The page was the last: its snapshot is of no use any more.</summary>
    public Task EndAsync(string? snapshot) => snapshot is null ? Task.CompletedTask : points.CloseAsync(snapshot);

    private async Task<string?> OpenAsync(ArticleQuery query, ArticleSearchBody search, ArticleCursor? cursor, CancellationToken cancellationToken)
    {
        if (query.Limit == 0 || (cursor is null && !search.Ranked)) return null;
        var snapshot = await points.OpenAsync(names.Articles, cancellationToken);
        if (snapshot is null || snapshot.Length <= LongestSnapshot) return snapshot;
        await points.CloseAsync(snapshot);
        return null;
    }

    private async Task<SearchAnswer?> InSnapshotAsync(
        ArticleQuery query, ArticleSearchBody search, int size, ArticleCursor? cursor, string snapshot, CancellationToken cancellationToken)
    {
        try
        {
            return await documents.SearchAtAsync(snapshot, Body(query, search, size, cursor), cancellationToken);
        }
        catch (ElasticsearchRefusedException) when (cursor?.Snapshot is not null)
        {
            throw ArticleCursor.Problem(query.After!);
        }
    }

    private static System.Text.Json.Nodes.JsonObject Body(ArticleQuery query, ArticleSearchBody search, int size, ArticleCursor? cursor) =>
        search.Page(size, cursor is null ? null : PageCursor.ToSearchAfter(cursor, query), total: true);
}
