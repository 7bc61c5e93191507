namespace NewsWatch.Storage.Retention;

/// <summary>Takes whole months out of the archive. Only the Indexer uses it.</summary>
public interface IArchiveRetention
{
    /// <summary>Drops every month that the policy no longer keeps; doing it again changes nothing.</summary>
    /// <param name="policy">What to keep.</param>
    /// <param name="cancellationToken">Stops between two months or pieces of one; what is dropped stays dropped.</param>
    /// <returns>The months that were dropped, oldest first.</returns>
    /// <exception cref="StoreUnavailableException">The store is away; doing it again is safe.</exception>
    Task<IReadOnlyList<DroppedMonth>> ApplyAsync(RetentionPolicy policy, CancellationToken cancellationToken = default);
}

/// <summary>A month that was dropped.</summary>
/// <param name="Collection"><c>articles</c> (with their older revisions) or <c>alerts</c>.</param>
/// <param name="Month">Its first day.</param>
/// <param name="Documents">How many articles or alerts it held.</param>
public readonly record struct DroppedMonth(string Collection, DateOnly Month, long Documents);
