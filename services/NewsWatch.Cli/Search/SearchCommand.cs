using System.ComponentModel;
using System.Text.Json;
using NewsWatch.Cli.Api;
using NewsWatch.Cli.Errors;
using NewsWatch.Cli.Input;
using NewsWatch.Cli.Output;
using Spectre.Console;
using Spectre.Console.Cli;

namespace NewsWatch.Cli.Search;

/// <summary>Searches the archive.</summary>
internal sealed class SearchCommand : AsyncCommand<SearchCommand.Settings>
{
    /// <summary>What the API gives at most at once.</summary>
    private const int LargestPage = 1_000;

    public override async Task<int> ExecuteAsync(CommandContext context, Settings settings, CancellationToken cancellationToken)
    {
        using var api = settings.Connect();
        var query = WrittenQuery.Read(settings.Query, settings.File);
        var (left, after, total) = (settings.Limit, settings.After, 0L);
        do
        {
            var page = await PageAsync(api, settings, query, Math.Min(left, LargestPage), after, cancellationToken);
            total = page.GetProperty("total").GetInt64();
            var items = page.GetProperty("items").EnumerateArray().ToList();
            Write(items, settings.Json);
            left -= items.Count;
            after = page.TryGetProperty("next", out var next) ? next.GetString() : null;
        }
        while (left > 0 && after is not null);

        Sum(settings, total, settings.Limit - left, after);
        return ExitCode.Ok;
    }

    private static Task<JsonElement> PageAsync(ApiClient api, Settings settings, string? query, int limit, string? after, CancellationToken cancellationToken)
    {
        var path = new ApiPath("api/articles").Add("q", query).Add("source", settings.Source).Add("lang", settings.Lang).Add("topic", settings.Topic)
            .Add("from", GivenTime.Read("--from", settings.From, TimeProvider.System)).Add("to", GivenTime.Read("--to", settings.To, TimeProvider.System))
            .Add("sort", settings.Sort).Add("limit", limit).Add("after", after);
        return QueryRefusedException.GuardAsync(query, () => api.GetAsync(path.ToString(), cancellationToken));
    }

    private static void Write(List<JsonElement> items, bool json)
    {
        if (json) items.ForEach(Screen.Json);
        else FoundArticles.Write(items);
    }

    /// <summary>On standard error, so that what is piped holds articles and nothing else.</summary>
    private static void Sum(Settings settings, long total, int shown, string? after)
    {
        if (total == 0) Terminal.Note("Nothing found. 'newswatch query QUERY' says what the query means; fewer words find more.");
        else if (after is not null) Terminal.Note($"{shown} of {total} shown; the next: --after {after}");
        else if (Screen.IsTerminal && !settings.Json) Terminal.Note($"{total} found");
    }

    public sealed class Settings : ServerSettings
    {
        [CommandArgument(0, "[QUERY]")]
        [Description("In the watch language; - reads standard input; without one everything is found")]
        public string[]? Query { get; init; }

        [CommandOption("--file <FILE>")]
        [Description("Read the query from a file; - is standard input")]
        public string? File { get; init; }

        [CommandOption("--source <NAME>")]
        [Description("Only this outlet")]
        public string? Source { get; init; }

        [CommandOption("--lang <CODE>")]
        [Description("Only this language, ISO 639-1")]
        public string? Lang { get; init; }

        [CommandOption("--topic <TOPIC>")]
        [Description("Only articles with an alert on this topic or pattern")]
        public string? Topic { get; init; }

        [CommandOption("--from <TIME>")]
        [Description("Seen since: a day, a time, or how long ago (7d, 12h, 30m)")]
        public string? From { get; init; }

        [CommandOption("--to <TIME>")]
        [Description("Seen before")]
        public string? To { get; init; }

        [CommandOption("--sort <ORDER>")]
        [Description("seen (default), published or relevance")]
        public string? Sort { get; init; }

        [CommandOption("--limit <N>")]
        [Description("How many at most")]
        [DefaultValue(20)]
        public int Limit { get; init; } = 20;

        [CommandOption("--after <CURSOR>")]
        [Description("Go on where a search before ended")]
        public string? After { get; init; }

        public override ValidationResult Validate() => Limit > 0 ? base.Validate() : ValidationResult.Error("--limit is at least 1.");
    }
}
