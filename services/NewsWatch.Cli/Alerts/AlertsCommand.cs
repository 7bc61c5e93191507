using System.ComponentModel;
using System.Text.Json;
using NewsWatch.Cli.Alerts.Following;
using NewsWatch.Cli.Api;
using NewsWatch.Cli.Input;
using NewsWatch.Cli.Output;
using NewsWatch.Cli.Watches;
using NewsWatch.Contracts;
using Spectre.Console;
using Spectre.Console.Cli;

namespace NewsWatch.Cli.Alerts;

/// <summary>Shows alerts, and with --follow goes on showing them as they come.</summary>
internal sealed class AlertsCommand : AsyncCommand<AlertsCommand.Settings>
{
    private const int LargestPage = 1_000;
    private const int ShownBeforeFollowing = 10;

    public override async Task<int> ExecuteAsync(CommandContext context, Settings settings, CancellationToken cancellationToken)
    {
        var topic = TopicOf(settings.Topic);
        using var api = settings.Connect();
        var watch = settings.Watch is null ? null : await FindWatchAsync(api, settings.Watch, cancellationToken);
        return settings.Follow
            ? await FollowAsync(api, settings, topic, watch, cancellationToken)
            : await ListAsync(api, settings, topic, watch, cancellationToken);
    }

    private static async Task<int> ListAsync(ApiClient api, Settings settings, TopicPattern topic, string? watch, CancellationToken cancellationToken)
    {
        var (left, after, any) = (settings.Limit ?? 20, settings.After, false);
        do
        {
            var page = await PageAsync(api, settings, topic, watch, Math.Min(left, LargestPage), after, cancellationToken);
            var items = page.GetProperty("items").EnumerateArray().ToList();
            items.ForEach(item => AlertPrinter.Print(item, settings.Json));
            any |= items.Count > 0;
            left -= items.Count;
            after = page.TryGetProperty("next", out var next) ? next.GetString() : null;
        }
        while (left > 0 && after is not null);

        if (!any) Terminal.Note("No alerts. 'newswatch watch list' shows what is watched.");
        else if (after is not null) Terminal.Note($"There are more: --after {after}");
        return ExitCode.Ok;
    }

    private static async Task<int> FollowAsync(ApiClient api, Settings settings, TopicPattern topic, string? watch, CancellationToken cancellationToken)
    {
        using var interruption = new Interruption(cancellationToken);
        try
        {
            var limit = Math.Min(settings.Limit ?? ShownBeforeFollowing, LargestPage);
            var before = limit == 0 ? [] : (await PageAsync(api, settings, topic, watch, limit, null, interruption.Token)).GetProperty("items").EnumerateArray().Reverse().ToList();
            before.ForEach(item => AlertPrinter.Print(item, settings.Json));
            var follower = new AlertFollower(api, topic, TimeProvider.System, Terminal.Note);
            await follower.FollowAsync(before, alert => Show(alert, watch, settings), interruption.Token);
        }
        catch (OperationCanceledException) when (interruption.Token.IsCancellationRequested)
        {
            // Ctrl+C is how following ends.
        }

        return ExitCode.Ok;
    }

    private static void Show(JsonElement alert, string? watch, Settings settings)
    {
        if (watch is null || alert.GetProperty("watch").GetProperty("id").GetString() == watch) AlertPrinter.Print(alert, settings.Json);
    }

    private static Task<JsonElement> PageAsync(ApiClient api, Settings settings, TopicPattern topic, string? watch, int limit, string? after, CancellationToken cancellationToken) =>
        api.GetAsync(
            new ApiPath("api/alerts").Add("topic", topic.ToString()).Add("watch", watch).Add("article", settings.Article)
                .Add("from", GivenTime.Read("--from", settings.From, TimeProvider.System)).Add("to", GivenTime.Read("--to", settings.To, TimeProvider.System))
                .Add("limit", limit).Add("after", after).ToString(),
            cancellationToken);

    /// <summary>The alerts of a watch outlive it, so an id that is no watch any more is fine.</summary>
    private static async Task<string> FindWatchAsync(ApiClient api, string named, CancellationToken cancellationToken) =>
        (await WatchFinder.TryFindAsync(api, named, cancellationToken))?.Id ?? named;

    private static TopicPattern TopicOf(string? text)
    {
        try
        {
            return TopicPattern.Parse(text);
        }
        catch (FormatException e)
        {
            throw new UsageException(e.Message);
        }
    }

    public sealed class Settings : ServerSettings
    {
        [CommandArgument(0, "[TOPIC]")]
        [Description("A topic, or a pattern: * stands for one word, # for any number (sanctions.#)")]
        public string? Topic { get; init; }

        [CommandOption("-f|--follow")]
        [Description("Go on as alerts come, until Ctrl+C; after a lost connection without a gap")]
        public bool Follow { get; init; }

        [CommandOption("--watch <WATCH>")]
        [Description("Only of this watch: its name or id")]
        public string? Watch { get; init; }

        [CommandOption("--article <ID>")]
        [Description("Only about this article")]
        public string? Article { get; init; }

        [CommandOption("--from <TIME>")]
        [Description("Raised since: a day, a time, or how long ago (7d, 12h, 30m)")]
        public string? From { get; init; }

        [CommandOption("--to <TIME>")]
        [Description("Raised before")]
        public string? To { get; init; }

        [CommandOption("--limit <N>")]
        [Description("How many at most, newest first; default 20. With --follow: how many to begin with, default 10")]
        public int? Limit { get; init; }

        [CommandOption("--after <CURSOR>")]
        [Description("Go on where a list before ended")]
        public string? After { get; init; }

        public override ValidationResult Validate() =>
            Limit < (Follow ? 0 : 1) ? ValidationResult.Error("--limit is at least 1.")
            : Follow && (After is not null || To is not null) ? ValidationResult.Error("--follow goes on from now: leave out --after and --to.")
            : base.Validate();
    }
}
