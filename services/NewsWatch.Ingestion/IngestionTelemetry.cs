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

    private static readonly Counter<long> Articles = Meter.CreateCounter<long>("newswatch.ingestion.articles", "{article}");

    public static void Count(IReadOnlyList<IntakeResult> results, IntakeOrigin origin)
    {
        foreach (var group in results.CountBy(r => r.Outcome))
            Articles.Add(group.Value, new("outcome", NameOf(group.Key)), new("origin", NameOf(origin)));
    }

    public static string NameOf(Enum value) => value.ToString().ToLowerInvariant();
}
