using System.Diagnostics;
using System.Diagnostics.Metrics;
using NewsWatch.Ingestion.Intake;

namespace NewsWatch.Ingestion;

internal static class IngestionTelemetry
{
    public const string Name = "NewsWatch.Ingestion";

    public static readonly ActivitySource Source = new(Name);

    private static readonly Meter Meter = new(Name);

    /// <summary>Articles that were published as new because the archive could not be asked about them.</summary>
    public static readonly Counter<long> Unverified = Meter.CreateCounter<long>("newswatch.ingestion.unverified", "{article}");

    public static readonly Counter<long> Files = Meter.CreateCounter<long>("newswatch.ingestion.files", "{file}");

    public static readonly Counter<long> Polls = Meter.CreateCounter<long>("newswatch.ingestion.polls", "{poll}");

    /// <summary>Feeds that fell silent for much longer than they usually do; each counts once a silence.</summary>
    public static readonly Counter<long> QuietFeeds = Meter.CreateCounter<long>("newswatch.ingestion.feeds.quiet", "{feed}");

    public static readonly Counter<long> Announcements = Meter.CreateCounter<long>("newswatch.ingestion.announcements", "{announcement}", "What WebSub hubs sent");

    public static readonly Counter<long> Pages = Meter.CreateCounter<long>("newswatch.ingestion.pages", "{page}");

    /// <summary>Name of the counter that the ledger keeps.</summary>
    public const string ArticlesName = "newswatch.ingestion.articles";

    private static readonly Counter<long> Articles = Meter.CreateCounter<long>(ArticlesName, "{article}");

    // Made once, since every article is answered with one.
    private static readonly string[] Outcomes = [.. Enum.GetNames<IntakeOutcome>().Select(name => name.ToLowerInvariant())];

    public static void Count(IReadOnlyList<IntakeResult> results, IntakeOrigin origin)
    {
        Span<int> counts = stackalloc int[Outcomes.Length];
        foreach (var result in results) counts[(int)result.Outcome]++;
        for (var outcome = 0; outcome < counts.Length; outcome++) Count(counts[outcome], (IntakeOutcome)outcome, origin);
    }

    /// <summary>Counts what could not even be read as an article.</summary>
    public static void CountUnreadable(int count, IntakeOrigin origin) => Count(count, IntakeOutcome.Rejected, origin);

    public static string NameOf(IntakeOutcome outcome) => Outcomes[(int)outcome];

    private static void Count(int count, IntakeOutcome outcome, IntakeOrigin origin)
    {
        if (count > 0) Articles.Add(count, new("outcome", NameOf(outcome)), new("origin", origin.ToString().ToLowerInvariant()));
    }
}
