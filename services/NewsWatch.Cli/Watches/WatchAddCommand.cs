using System.ComponentModel;
using System.Text.Json;
using NewsWatch.Cli.Api;
using NewsWatch.Cli.Errors;
using NewsWatch.Cli.Input;
using NewsWatch.Cli.Output;
using NewsWatch.Contracts;
using Spectre.Console.Cli;

namespace NewsWatch.Cli.Watches;

/// <summary>Adds a watch and says what it means and what it would have found.</summary>
internal sealed class WatchAddCommand : AsyncCommand<WatchAddCommand.Settings>
{
    public override async Task<int> ExecuteAsync(CommandContext context, Settings settings, CancellationToken cancellationToken)
    {
        var query = WrittenQuery.Demand(settings.Query, settings.File);
        if (Topic.Problem(settings.Topic) is { } problem) throw new UsageException(problem);
        using var api = settings.Connect();
        var examples = settings.Examples();
        // Asked first: a query that cannot be read is refused with its place, and nothing is made.
        var preview = await WatchReport.PreviewAsync(api, query, examples, settings.Days, cancellationToken);
        if (settings.Try)
        {
            if (settings.Json) Screen.Json(preview);
            else WatchReport.WriteMeaning(preview);
            return ExampleReport.AllGreen(preview) ? ExitCode.Ok : ExitCode.Failed;
        }

        var input = new { settings.Id, settings.Name, query, settings.Topic, enabled = !settings.Paused, examples };
        var added = await QueryRefusedException.GuardAsync(query, () => api.PostAsync("api/watches", ApiClient.Json(input), cancellationToken));
        if (settings.Json) Screen.Json(added);
        else WatchReport.Write(added.Deserialize<Watch>(NewsWatchJson.Options)!, preview);
        return ExitCode.Ok;
    }

    public sealed class Settings : ExampleSettings
    {
        [CommandArgument(0, "[QUERY]")]
        [Description("In the watch language; - reads standard input")]
        public string[]? Query { get; init; }

        [CommandOption("--topic <TOPIC>", isRequired: true)]
        [Description("Where its alerts go: 1 to 8 words of a-z, 0-9 and -, joined by dots")]
        public required string Topic { get; init; }

        [CommandOption("--name <NAME>")]
        [Description("What people call it; default the query")]
        public string? Name { get; init; }

        [CommandOption("--id <ID>")]
        [Description("An id of your own; default a new one")]
        public string? Id { get; init; }

        [CommandOption("--file <FILE>")]
        [Description("Read the query from a file; - is standard input")]
        public string? File { get; init; }

        [CommandOption("--paused")]
        [Description("Add it without starting it")]
        public bool Paused { get; init; }

        [CommandOption("--try")]
        [Description("Only say what it means, what it would have found and how its examples come out")]
        public bool Try { get; init; }

        [CommandOption("--days <N>")]
        [Description("How many days back to look for what it would have found")]
        [DefaultValue(7)]
        public int Days { get; init; } = 7;

        public WatchExampleTexts? Examples() => Examples(null);
    }
}
