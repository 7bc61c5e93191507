using NewsWatch.Contracts;

namespace NewsWatch.Storage.Articles;

/// <summary>Writes articles into the archive. Only the Indexer uses it.</summary>
public interface IArticleWriter
{
    /// <summary>How many writes the Indexer has in hand at once; a store gathers those that wait into one transaction or request.</summary>
    const int WritesAtOnce = 16;

    /// <summary>Stores revisions; storing one again changes nothing.</summary>
    /// <param name="articles">Any number; several revisions of one article may be among them.</param>
    /// <param name="cancellationToken">Stops waiting; what was stored stays stored.</param>
    /// <returns>One outcome an article, in the same order.</returns>
    /// <exception cref="StoreUnavailableException">The store is away; nothing is known of the batch, and doing it again is safe.</exception>
    Task<IReadOnlyList<WriteOutcome>> WriteAsync(IReadOnlyList<Article> articles, CancellationToken cancellationToken = default);
}

/// <summary>What became of one document.</summary>
/// <param name="Result">The named result.</param>
/// <param name="Reason">Why it was rejected, as a sentence; else <see langword="null"/>.</param>
public readonly record struct WriteOutcome(WriteResult Result, string? Reason = null);

/// <summary>What became of a document that was to be written.</summary>
public enum WriteResult
{
    /// <summary>It is new in the store.</summary>
    Stored,

    /// <summary>The store had it already, or a newer revision with this one kept behind it.</summary>
    Repeated,

    /// <summary>It can never be stored; the reason says why.</summary>
    Rejected,
}
