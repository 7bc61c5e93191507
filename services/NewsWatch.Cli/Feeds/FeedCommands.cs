using System.ComponentModel;
using NewsWatch.Cli.Api;
using NewsWatch.Cli.Output;
using NewsWatch.Gateway.Feeds;
using Spectre.Console.Cli;

namespace NewsWatch.Cli.Feeds;

/// <summary>What is done to feeds that are named one after another.</summary>
internal abstract class FeedCommand : AsyncCommand<FeedCommand.Settings>
{
    public sealed override async Task<int> ExecuteAsync(CommandContext context, Settings settings, CancellationToken cancellationToken)
    {
        using var api = settings.Connect();
        foreach (var named in settings.Feeds)
        {
            var feed = await FeedFinder.FindAsync(api, named, cancellationToken);
            var done = await DoAsync(api, feed, cancellationToken);
            if (settings.Json) Screen.Json(feed);
            else Screen.Line(done);
        }

        return ExitCode.Ok;
    }

    /// <summary>Does it; returns a sentence about it.</summary>
    protected abstract Task<string> DoAsync(ApiClient api, FeedView feed, CancellationToken cancellationToken);

    public sealed class Settings : ServerSettings
    {
        [CommandArgument(0, "<FEED>")]
        [Description("Titles, addresses, beginnings of them, or ids")]
        public required string[] Feeds { get; init; }
    }
}

/// <summary>Removes feeds.</summary>
internal sealed class FeedRemoveCommand : FeedCommand
{
    protected override async Task<string> DoAsync(ApiClient api, FeedView feed, CancellationToken cancellationToken)
    {
        await api.DeleteAsync($"api/feeds/{feed.Id}", cancellationToken);
        return $"Removed {SafeText.Line(feed.Title ?? feed.Url)}; its articles stay. To have it back: newswatch feed add {Shell.Quote(feed.Url)}";
    }
}

/// <summary>Polls feeds now.</summary>
internal sealed class FeedRefreshCommand : FeedCommand
{
    protected override async Task<string> DoAsync(ApiClient api, FeedView feed, CancellationToken cancellationToken)
    {
        await api.PostAsync($"api/feeds/{feed.Id}/refresh", ApiClient.Json(new { }), cancellationToken);
        return $"{SafeText.Line(feed.Title ?? feed.Url)} is polled now; 'newswatch feed list' shows what came of it.";
    }
}
