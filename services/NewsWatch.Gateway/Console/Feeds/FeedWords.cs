using System.Globalization;
using NewsWatch.Gateway.Feeds;

namespace NewsWatch.Gateway.Console.Feeds;

/// <summary>A feed's health in plain words.</summary>
/// <param name="State">One or two words.</param>
/// <param name="Tone"><c>ok</c>, <c>warn</c>, <c>bad</c> or <c>off</c>.</param>
/// <param name="Detail">What is behind it, and what to do.</param>
public sealed record FeedWords(string State, string Tone, string Detail)
{
    public static FeedWords Of(FeedHealth health, DateTimeOffset now) => health.Status switch
    {
        "ok" => new("Fine", "ok", LastItem(health, now)),
        "quiet" => new("Gone quiet", "warn", $"It is read without trouble and brings nothing new. {LastItem(health, now)}"),
        "failing" => new("Failing", "bad", $"{Tries(health.Failures)} {health.LastError} It is tried again by itself{(health.LastSuccess is { } success ? $"; the last success was {Ago(success, now)}" : "; check its address")}."),
        "gone" or "ended" => new("Ended", "bad", "Its server says that it is gone for good. Remove it, or look for its new address."),
        "paused" => new("Paused", "off", $"Not polled until you go on with it. {(health.LastItem is null ? "" : LastItem(health, now))}".Trim()),
        "new" => new("New", "off", "Waiting for its first check."),
        var other => new(other, "warn", health.LastError ?? ""),
    };

    /// <summary>How long ago, in the largest unit that fits.</summary>
    public static string Ago(DateTimeOffset time, DateTimeOffset now) => (now - time) switch
    {
        { TotalMinutes: < 1 } => "just now",
        { TotalHours: < 1 } span => Count((long)span.TotalMinutes, "minute"),
        { TotalDays: < 1 } span => Count((long)span.TotalHours, "hour"),
        var span => Count((long)span.TotalDays, "day"),
    };

    private static string LastItem(FeedHealth health, DateTimeOffset now) =>
        health.LastItem is { } last ? $"The last new article came {Ago(last, now)}; {health.Articles.ToString("N0", CultureInfo.InvariantCulture)} in all." : "It has brought no article yet.";

    private static string Count(long count, string unit) => string.Create(CultureInfo.InvariantCulture, $"{count} {unit}{(count == 1 ? "" : "s")} ago");

    private static string Tries(int count) => count <= 1 ? "The last check failed." : string.Create(CultureInfo.InvariantCulture, $"{count} checks in a row failed.");
}
