using System.ComponentModel;
using System.Text.Json;
using NewsWatch.Cli.Api;
using NewsWatch.Cli.Editing;
using NewsWatch.Cli.Errors;
using NewsWatch.Cli.Input;
using NewsWatch.Cli.Output;
using NewsWatch.Contracts;
using Spectre.Console;
using Spectre.Console.Cli;

namespace NewsWatch.Cli.Watches;

/// <summary>Changes a watch by options, or without any in the user's editor.</summary>
internal sealed class WatchEditCommand : AsyncCommand<WatchEditCommand.Settings>
{
    public override async Task<int> ExecuteAsync(CommandContext context, Settings settings, CancellationToken cancellationToken)
    {
        using var api = settings.Connect();
        var watch = await WatchFinder.FindAsync(api, settings.Watch, cancellationToken);
        var changed = settings.HasChanges
            ? await PutAsync(api, settings.Apply(watch), cancellationToken)
            : await Editing(api, cancellationToken).EditAsync(watch, cancellationToken);
        if (changed is null)
        {
            Terminal.Note("Nothing was changed.");
            return ExitCode.Ok;
        }

        if (settings.Json) Screen.Json(changed);
        else WatchReport.Write(changed, await WatchReport.PreviewAsync(api, changed.Query, changed.Examples, 7, cancellationToken));
        return ExitCode.Ok;
    }

    private static TextEditing<Watch> Editing(ApiClient api, CancellationToken cancellationToken) => new("watch", "--query QUERY, --topic TOPIC or --pause")
    {
        Write = WatchText.Write,
        Read = WatchText.Read,
        Save = changed => PutAsync(api, changed, cancellationToken),
    };

    private static async Task<Watch?> PutAsync(ApiClient api, Watch watch, CancellationToken cancellationToken)
    {
        // A PUT replaces the whole watch, so what was not named goes back as it came.
        var input = new { watch.Name, watch.Query, watch.Topic, watch.Enabled, watch.Examples };
        var answer = await QueryRefusedException.GuardAsync(
            watch.Query, () => api.PutAsync($"api/watches/{Uri.EscapeDataString(watch.Id)}", ApiClient.Json(input), watch.Version, cancellationToken));
        return answer.Deserialize<Watch>(NewsWatchJson.Options);
    }

    public sealed class Settings : ExampleSettings
    {
        [CommandArgument(0, "<WATCH>")]
        [Description("Its name, the beginning of its name, or its id")]
        public required string Watch { get; init; }

        [CommandOption("--query <QUERY>")]
        [Description("The new query")]
        public string? Query { get; init; }

        [CommandOption("--file <FILE>")]
        [Description("Read the new query from a file; - is standard input")]
        public string? File { get; init; }

        [CommandOption("--topic <TOPIC>")]
        [Description("The new topic")]
        public string? Topic { get; init; }

        [CommandOption("--name <NAME>")]
        [Description("The new name")]
        public string? Name { get; init; }

        [CommandOption("--pause")]
        [Description("Raise no alerts until it is resumed")]
        public bool Pause { get; init; }

        [CommandOption("--resume")]
        [Description("End the pause")]
        public bool Resume { get; init; }

        [CommandOption("--no-examples")]
        [Description("Remove the examples that it has, before any are added")]
        public bool NoExamples { get; init; }

        public bool HasChanges => Query is not null || File is not null || Topic is not null || Name is not null || Pause || Resume || NoExamples || GivesExamples;

        public Watch Apply(Watch watch) => watch with
        {
            Query = WrittenQuery.Read(Query is null ? null : [Query], File) ?? watch.Query,
            Topic = Topic ?? watch.Topic,
            Name = Name ?? watch.Name,
            Enabled = Resume || (watch.Enabled && !Pause),
            Examples = Examples(NoExamples ? null : watch.Examples),
        };

        public override ValidationResult Validate() => Pause && Resume ? ValidationResult.Error("--pause and --resume exclude each other.") : base.Validate();
    }
}
