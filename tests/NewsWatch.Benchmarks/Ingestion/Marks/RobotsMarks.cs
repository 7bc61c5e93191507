using System.Text;
using System.Text.Json;
using NewsWatch.Formats.Robots;

namespace NewsWatch.Benchmarks.Ingestion.Marks;

/// <summary>robots.txt as its authors' own tests read it.</summary>
public static class RobotsMarks
{
    /// <summary>Google's unit tests.</summary>
    public static Mark Google() => Decisions("robots-google", "google-robots-test.jsonl", 1.0);

    /// <summary>Protego's recorded tests.</summary>
    /// <remarks>Every difference is one of these: it takes an agent's name for a prefix or for a pattern, where RFC 9309 compares product tokens; it finds
    /// an agent anywhere in a header; a group ends for it at a line it does not know; it decodes letters that a rule need not have escaped, and matches
    /// a final dollar twice; Google's tests, which come first, say otherwise.</remarks>
    public static Mark Protego() => Decisions("robots-protego", "protego-tests.jsonl", 0.94);

    private static Mark Decisions(string set, string file, double floor)
    {
        var counter = new MarkCounter();
        foreach (var line in DataFolder.Lines(set, file))
        {
            var bytes = line.TryGetProperty("robotstxt", out var text) ? Encoding.UTF8.GetBytes(text.GetString()!) : line.GetProperty("robotstxt_b64").GetBytesFromBase64();
            var robots = RobotsFile.Parse(bytes);
            var agent = line.TryGetProperty("user_agent", out var a) ? a.GetString()! : "*";
            counter.Count(IsRight(robots, agent, line), () => line.GetRawText());
        }

        return counter.ToMark("robots decisions", set, floor);
    }

    private static bool IsRight(RobotsFile robots, string agent, JsonElement line)
    {
        if (line.TryGetProperty("allowed", out var allowed)) return robots.Decide(agent, line.GetProperty("url").GetString()!).Allowed == allowed.GetBoolean();
        if (line.TryGetProperty("crawl_delay", out var delay)) return robots.CrawlDelay(agent)?.TotalSeconds == (delay.ValueKind == JsonValueKind.Null ? null : delay.GetDouble());
        return !line.TryGetProperty("sitemaps", out var sitemaps) || robots.Sitemaps.SequenceEqual(sitemaps.EnumerateArray().Select(s => s.GetString()!));
    }
}
