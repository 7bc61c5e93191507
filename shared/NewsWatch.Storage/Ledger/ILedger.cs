namespace NewsWatch.Storage.Ledger;

/// <summary>What the services have counted, day by day, so that the counts outlive the processes.</summary>
public interface ILedger
{
    /// <summary>Writes what one process has counted on one day; writing the same page again replaces it.</summary>
    /// <exception cref="StoreUnavailableException">The store is away.</exception>
    Task WriteAsync(LedgerPage page, CancellationToken cancellationToken = default);

    /// <summary>All pages of the days.</summary>
    /// <param name="from">The first day (UTC).</param>
    /// <param name="to">The last day.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="StoreUnavailableException">The store is away.</exception>
    Task<IReadOnlyList<LedgerPage>> ReadAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken = default);
}

/// <summary>What one process of a service has counted on one day. Each process writes pages of its own, so no two ever write the same.</summary>
public sealed record LedgerPage
{
    /// <summary>The service.</summary>
    public required string Service { get; init; }

    /// <summary>The process: a new one at every start.</summary>
    public required string Process { get; init; }

    /// <summary>UTC day.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>How often each outcome came.</summary>
    public required IReadOnlyDictionary<string, long> Counts { get; init; }
}

/// <summary>The services that keep a ledger.</summary>
public static class Ledgers
{
    /// <summary>What came in.</summary>
    public const string Ingestion = "ingestion";

    /// <summary>What was stored.</summary>
    public const string Indexer = "indexer";

    /// <summary>What was imported.</summary>
    public const string Gateway = "gateway";
}
