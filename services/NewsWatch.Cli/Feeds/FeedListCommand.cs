using System.ComponentModel;
using NewsWatch.Cli.Api;
using NewsWatch.Cli.Output;
using NewsWatch.Gateway.Feeds;
using Spectre.Console;
using Spectre.Console.Cli;

namespace NewsWatch.Cli.Feeds;

/// <summary>All feeds with their health; piped: id, state, title, address, last item, next check, what is wrong.</summary>
internal sealed class FeedListCommand : AsyncCommand<FeedListCommand.Settings>
{
    public override async Task<int> ExecuteAsync(CommandContext context, Settings settings, CancellationToken cancellationToken)
    {
        using var api = settings.Connect();
        var all = await api.GetAsync("api/feeds", cancellationToken);
        var feeds = FeedFinder.Read(all).Where(feed => Wanted(feed, settings.State)).ToList();
        if (settings.Json)
        {
            var ids = feeds.Select(f => f.Id).ToHashSet(StringComparer.Ordinal);
            foreach (var feed in all.EnumerateArray().Where(f => ids.Contains(f.GetProperty("id").GetString()!))) Screen.Json(feed);
        }
        else if (feeds.Count > 0)
        {
            Write(feeds);
        }
        else
        {
            Terminal.Note(settings.State is null ? "No feeds yet. Add one: newswatch feed add https://outlet.example/feed.xml" : $"No feed is '{settings.State}'.");
        }

        return ExitCode.Ok;
    }

    private static bool Wanted(FeedView feed, string? state) => state is null || feed.Health.Status.Equals(state, StringComparison.OrdinalIgnoreCase);

    private static void Write(IReadOnlyList<FeedView> feeds)
    {
        var listing = new Listing("id", "state", "title", "address", "last item", "next check", "problem");
        foreach (var feed in feeds)
        {
            listing.Add(
                Cell.Dim(feed.Id), Cell.In(feed.Health.Status, Colour(feed.Health.Status)), feed.Title ?? "", feed.Url,
                Screen.Time(feed.Health.LastItem), Screen.Time(feed.Health.NextCheck), feed.Health.LastError);
        }

        listing.Write();
    }

    private static Color Colour(string status) => status switch
    {
        "ok" => Color.Green,
        "new" or "paused" or "quiet" => Color.Yellow,
        _ => Color.Red,
    };

    public sealed class Settings : ServerSettings
    {
        [CommandOption("--state <STATE>")]
        [Description("Only those in this state: ok, failing, quiet, ended, paused, new")]
        public string? State { get; init; }
    }
}
