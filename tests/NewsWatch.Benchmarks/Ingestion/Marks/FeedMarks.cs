using System.Text.Json;
using NewsWatch.Formats.Feeds;
using NewsWatch.Formats.Text;
using NewsWatch.Formats.Text.Dates;

namespace NewsWatch.Benchmarks.Ingestion.Marks;

/// <summary>Feeds as other readers read them.</summary>
public static class FeedMarks
{
    // The peer reads 2020/1/10 as the first of November.
    private static readonly string[] PeerIsWrong = ["Ranchero-Software-RSParser/kc0011.rss"];

    /// <summary>What a peer read of real feeds: title, link and date of each item.</summary>
    public static Mark RealSnapshots(string set)
    {
        var counter = new MarkCounter();
        foreach (var line in DataFolder.Lines(set, "peer-feedparser.jsonl"))
        {
            var file = line.GetProperty("file").GetString()!;
            if (PeerIsWrong.Contains(file)) continue;
            var feed = Try(DataFolder.Path(set, file));
            var index = 0;
            foreach (var item in (line.TryGetProperty("items", out var items) ? items.EnumerateArray().ToList() : []))
            {
                var ours = feed?.Items.ElementAtOrDefault(index++);
                counter.Count(ours is not null && IsSame(ours, item), () => $"{file} [{index - 1}] {Difference(ours, item)}");
            }
        }

        return counter.ToMark("items as a peer reads them", set, 0.99);
    }

    /// <summary>Documents that may not take the reader down.</summary>
    public static Mark Robustness(string set)
    {
        var counter = new MarkCounter();
        foreach (var file in Directory.EnumerateFiles(DataFolder.Path(set), "*", SearchOption.AllDirectories).Order())
        {
            Exception? thrown = null;
            try
            {
                FeedParser.Parse(File.ReadAllBytes(file), null, "http://example.org/feed");
            }
            catch (FeedFormatException)
            {
            }
            catch (Exception e)
            {
                thrown = e;
            }

            counter.Count(thrown is null, () => $"{file}: {thrown}");
        }

        return counter.ToMark("never throws", set, 1.0);
    }

    internal static FeedDocument? Try(string path, string? contentType = null, string? url = null)
    {
        try
        {
            return FeedParser.Parse(File.ReadAllBytes(path), contentType, url);
        }
        catch (FeedFormatException)
        {
            return null;
        }
    }

    private static bool IsSame(FeedItem ours, JsonElement peer) => SameTitle(ours, peer) && SameLink(ours, peer) && SameDate(ours, peer);

    private static bool SameTitle(FeedItem ours, JsonElement peer) => Words(ours.Title) == Words(Mojibake.Repair(Peer(peer, "title") ?? ""));

    private static bool SameLink(FeedItem ours, JsonElement peer)
    {
        var link = Loose(Peer(peer, "link"));
        return link.Length == 0 || Loose(ours.Url) == link || IsCounter(link) || IsLessResolved(link, Loose(ours.Url));
    }

    // The peer shows feedburner's counter of clicks where the address behind it is known.
    private static bool IsCounter(string link) => (link.Contains("/~r/", StringComparison.Ordinal) && link.Contains("feed", StringComparison.Ordinal)) || link.Contains("/click.phdo?", StringComparison.Ordinal);

    // The peer was told no base, and gives the id where there is no link.
    private static bool IsLessResolved(string link, string ours) => !link.StartsWith("http", StringComparison.Ordinal) && (ours.Length == 0 || ours.EndsWith(link, StringComparison.Ordinal));

    private static bool SameDate(FeedItem ours, JsonElement peer)
    {
        var dates = new[] { Peer(peer, "published_utc"), Peer(peer, "updated_utc") }.Where(d => d is not null).Select(FeedDate.Parse).ToList();
        if (dates.Count == 0) return true;
        return dates.Exists(d => Seconds(d) == Seconds(ours.Published) || Seconds(d) == Seconds(ours.Updated));
    }

    private static long? Seconds(DateTimeOffset? date) => date?.ToUnixTimeSeconds();

    private static string Words(string? text) => Marks.Words.Of(text);

    private static string Loose(string? url) => (url ?? "").Replace("&amp;", "&", StringComparison.Ordinal).TrimEnd('/');

    private static string? Peer(JsonElement peer, string name) => peer.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static string Difference(FeedItem? ours, JsonElement peer)
    {
        if (ours is null) return "missing";
        if (!SameTitle(ours, peer)) return $"title '{ours.Title}' / '{Peer(peer, "title")}'";
        if (!SameLink(ours, peer)) return $"link '{ours.Url}' / '{Peer(peer, "link")}'";
        return $"date {ours.Published:u} {ours.Updated:u} / {Peer(peer, "published_utc")} {Peer(peer, "updated_utc")}";
    }
}
