using NewsWatch.Contracts;

namespace NewsWatch.Storage.Articles;

/// <summary>Reads the archive from end to end: every article whole, with all its revisions. For backups and for moving to another store.</summary>
public interface IArticleArchive
{
    /// <summary>Articles, first seen first.</summary>
    /// <param name="after">Where to go on: the cursor of the last article read; <see langword="null"/> to begin.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>The next articles; fewer than <paramref name="limit"/> only at the end.</returns>
    /// <exception cref="InvalidCursorException"><paramref name="after"/> is no cursor of this store.</exception>
    /// <exception cref="StoreUnavailableException">The store is away.</exception>
    Task<IReadOnlyList<ArchivedArticle>> ReadAsync(string? after, int limit, CancellationToken cancellationToken = default);
}

/// <summary>An article as the archive holds it.</summary>
/// <param name="Cursor">Where reading goes on behind it.</param>
/// <param name="Revisions">All that are kept, oldest first.</param>
public sealed record ArchivedArticle(string Cursor, IReadOnlyList<Article> Revisions);
