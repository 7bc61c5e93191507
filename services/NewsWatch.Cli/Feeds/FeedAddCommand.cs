using System.ComponentModel;
using System.Text.Json;
using NewsWatch.Cli.Api;
using NewsWatch.Cli.Output;
using NewsWatch.Contracts;
using NewsWatch.Ingestion.Discovery;
using Spectre.Console.Cli;

namespace NewsWatch.Cli.Feeds;

/// <summary>Adds a feed, or what a site offers: looked for first, so that what is added can be read.</summary>
internal sealed class FeedAddCommand : AsyncCommand<FeedAddCommand.Settings>
{
    public override async Task<int> ExecuteAsync(CommandContext context, Settings settings, CancellationToken cancellationToken)
    {
        using var api = settings.Connect();
        foreach (var url in settings.Unchecked ? [settings.Url] : await FindAsync(api, settings, cancellationToken))
        {
            var input = new { url, settings.Title, settings.Source, folder = settings.Folder ?? [], tag = settings.Tag ?? [], enabled = !settings.Paused };
            var added = await api.PostAsync("api/feeds", ApiClient.Json(input), cancellationToken);
            if (settings.Json) Screen.Json(added);
            else Screen.Line($"Added {SafeText.Line(added.GetProperty("url").GetString())} ({added.GetProperty("id").GetString()}). 'newswatch feed list' shows how it is doing.");
        }

        return ExitCode.Ok;
    }

    private static async Task<IReadOnlyList<string>> FindAsync(ApiClient api, Settings settings, CancellationToken cancellationToken)
    {
        var found = await DiscoverAsync(api, settings.Url, cancellationToken);
        // Who names a feed means that feed, whatever else it points to.
        if (found.Feeds.FirstOrDefault(f => f.Url == settings.Url || f.Url == found.Url) is { } itself) return [itself.Url];
        var offers = found.Feeds.Count > 0
            ? found.Feeds.Select(f => (f.Url, f.Title, f.Items)).ToList()
            : found.Sitemaps.Select(s => (s.Url, s.Title, s.Items)).ToList();
        if (offers.Count == 1 || (settings.All && offers.Count > 0)) return offers.ConvertAll(o => o.Url);
        if (offers.Count == 0) throw new InvalidOperationException($"{settings.Url} offers no feed. {string.Join(" ", found.Unreadable.Select(u => $"{u.Url}: {u.Error}"))}".TrimEnd());
        var listing = new Listing("address", "title", "items");
        foreach (var (url, title, items) in offers) listing.Add(url, title, Cell.Of(items));
        listing.Write();
        throw new InvalidOperationException($"There are {offers.Count} feeds: name one of them, or add all with --all.");
    }

    private static async Task<DiscoveryAnswer> DiscoverAsync(ApiClient api, string url, CancellationToken cancellationToken)
    {
        try
        {
            return (await api.PostAsync("api/feeds/discover", ApiClient.Json(new { url }), cancellationToken)).Deserialize<DiscoveryAnswer>(NewsWatchJson.Options)!;
        }
        catch (ApiException e) when (e.Status == System.Net.HttpStatusCode.UnprocessableEntity)
        {
            throw new InvalidOperationException($"{e.Message.TrimEnd('.')}. To add the address as it is: --unchecked.", e);
        }
    }

    public sealed class Settings : ServerSettings
    {
        [CommandArgument(0, "<URL>")]
        [Description("Address of a feed, a news sitemap, or a site that names its feeds")]
        public required string Url { get; init; }

        [CommandOption("--all")]
        [Description("Add all feeds that a site names")]
        public bool All { get; init; }

        [CommandOption("--unchecked")]
        [Description("Add the address as it is, without looking there first")]
        public bool Unchecked { get; init; }

        [CommandOption("--title <TITLE>")]
        [Description("What people call it; default the feed's own title")]
        public string? Title { get; init; }

        [CommandOption("--source <NAME>")]
        [Description("The outlet's name on its articles")]
        public string? Source { get; init; }

        [CommandOption("--folder <FOLDER>")]
        [Description("Folder, outermost first; may be repeated")]
        public string[]? Folder { get; init; }

        [CommandOption("--tag <TAG>")]
        [Description("Tag of its articles; may be repeated")]
        public string[]? Tag { get; init; }

        [CommandOption("--paused")]
        [Description("Add it without polling it")]
        public bool Paused { get; init; }
    }
}
