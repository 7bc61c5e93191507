using System.ComponentModel.DataAnnotations;

namespace NewsWatch.Ingestion.Pages;

/// <summary>Settings below <c>NewsWatch:Ingestion:Pages</c>.</summary>
public sealed class PageOptions
{
    public const string Section = "NewsWatch:Ingestion:Pages";

    /// <summary>How long an item waits for its page. Then it is published as the feed gives it, and the page's text becomes its next revision. Default 10 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:05:00")]
    public TimeSpan Wait { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long the pages of one poll may take in all; the rest is fetched at the next. Well below the feeds' lease. Default 1 minute.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:30:00")]
    public TimeSpan Budget { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Time between two pages of one host, where its robots.txt asks for no longer one. Default 1 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00")]
    public TimeSpan PerHost { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Feeds whose pages are fetched at once by this instance. Default 32.</summary>
    [Range(1, 1_000)]
    public int Concurrency { get; set; } = 32;

    /// <summary>How often a page that cannot be had is asked for, at one poll after the other. Default 3.</summary>
    [Range(1, 100)]
    public int Tries { get; set; } = 3;

    /// <summary>How long a robots.txt is believed. Default 1 day, as RFC 9309 has it.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "7.00:00:00")]
    public TimeSpan RobotsLifetime { get; set; } = TimeSpan.FromDays(1);

    /// <summary>How long a host is left alone whose robots.txt cannot be had because the server fails. Default 10 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan RobotsFailure { get; set; } = TimeSpan.FromMinutes(10);
}
