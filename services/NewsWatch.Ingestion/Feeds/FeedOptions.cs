using System.ComponentModel.DataAnnotations;

namespace NewsWatch.Ingestion.Feeds;

/// <summary>Settings below <c>NewsWatch:Ingestion:Feeds</c>.</summary>
public sealed class FeedOptions
{
    public const string Section = "NewsWatch:Ingestion:Feeds";

    /// <summary>Whether this instance polls. Default true.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>Shortest time between two checks of a feed. Default 1 minute.</summary>
    [Range(typeof(TimeSpan), "00:00:00.05", "1.00:00:00")]
    public TimeSpan MinInterval { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Longest time between two checks of a feed. Default 1 day.</summary>
    [Range(typeof(TimeSpan), "00:00:00.05", "7.00:00:00")]
    public TimeSpan MaxInterval { get; set; } = TimeSpan.FromDays(1);

    /// <summary>First time between two checks of a new feed. Default 10 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:00.05", "1.00:00:00")]
    public TimeSpan FirstInterval { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How often due feeds are looked for. Default 1 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.05", "00:01:00")]
    public TimeSpan Tick { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How often the list of feeds is read again even when no change was announced. Default 1 minute.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan ListInterval { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Feeds fetched at once by this instance. Default 16.</summary>
    [Range(1, 1_000)]
    public int Concurrency { get; set; } = 16;

    /// <summary>How long a claimed feed belongs to the instance that claimed it. Default 3 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "01:00:00")]
    public TimeSpan Lease { get; set; } = TimeSpan.FromMinutes(3);

    /// <summary>Every so many polls the feed is fetched whole, since some servers lie about what changed. Default 20.</summary>
    [Range(1, 10_000)]
    public int UnconditionalEvery { get; set; } = 20;

    /// <summary>Feeds of one host fetched at once by this instance. Default 4.</summary>
    [Range(1, 1_000)]
    public int PerHost { get; set; } = 4;

    /// <summary>A feed counts as quiet when nothing came for three times its usual gap, but never before this. Default 1 hour.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "30.00:00:00")]
    public TimeSpan QuietAtLeast { get; set; } = TimeSpan.FromHours(1);

    /// <summary>At a feed's first poll, items that say they are older than this are stored without raising alerts. Default 2 days.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "3650.00:00:00")]
    public TimeSpan BackfillOlderThan { get; set; } = TimeSpan.FromDays(2);

    /// <summary>Entries of a sitemap that are older than this are not read. Default 2 days, as news sitemaps have it.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "3650.00:00:00")]
    public TimeSpan SitemapRecent { get; set; } = TimeSpan.FromDays(2);

    /// <summary>Sitemaps of an index read at one poll, the latest first. Default 10.</summary>
    [Range(1, 1_000)]
    public int SitemapsOfIndex { get; set; } = 10;
}
