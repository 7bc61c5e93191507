using NewsWatch.Storage.Ledger;

namespace NewsWatch.Gateway.Balance;

/// <summary>One day's balance.</summary>
public sealed record DayBalance
{
    /// <summary>UTC.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Articles that push, files, feeds and imports brought.</summary>
    public required long Received { get; init; }

    /// <summary>New articles and new revisions in the archive.</summary>
    public required long Stored { get; init; }

    /// <summary>Known already, found so at the door or at the archive.</summary>
    public required long Repeated { get; init; }

    /// <summary>Refused to the sender, with the reason.</summary>
    public required long Refused { get; init; }

    /// <summary>Put into an error queue, with the reason.</summary>
    public required long DeadLettered { get; init; }

    /// <summary>
    /// What is missing to the sum: on its way, or, around midnight, settled on the next day. Below zero where a broker delivered again what
    /// had been stored; a process that was killed may leave up to two seconds uncounted.
    /// </summary>
    public required long Open { get; init; }

    public static DayBalance Of(DateOnly day, IEnumerable<LedgerPage> pages)
    {
        var sums = pages.SelectMany(page => page.Counts.Select(count => (page.Service, Outcome: count.Key, count.Value)))
            .GroupBy(count => (count.Service, count.Outcome)).ToDictionary(group => group.Key, group => group.Sum(count => count.Value));
        long Sum(string service, params string[] outcomes) => outcomes.Sum(outcome => sums.GetValueOrDefault((service, outcome)));
        var received = Sum(Ledgers.Ingestion, "new", "changed", "unchanged", "rejected") + Sum(Ledgers.Gateway, "imported");
        var (stored, dead) = (Sum(Ledgers.Indexer, "stored"), Sum(Ledgers.Indexer, "rejected"));
        var repeated = Sum(Ledgers.Ingestion, "unchanged") + Sum(Ledgers.Indexer, "repeated");
        var refused = Sum(Ledgers.Ingestion, "rejected");
        return new DayBalance { Day = day, Received = received, Stored = stored, Repeated = repeated, Refused = refused, DeadLettered = dead, Open = received - stored - repeated - refused - dead };
    }
}
