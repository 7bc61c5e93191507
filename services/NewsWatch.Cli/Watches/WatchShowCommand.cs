using System.ComponentModel;
using NewsWatch.Cli.Api;
using NewsWatch.Cli.Output;
using Spectre.Console.Cli;

namespace NewsWatch.Cli.Watches;

/// <summary>One watch with its meaning, what it would have found, and how its examples come out.</summary>
internal sealed class WatchShowCommand : AsyncCommand<WatchShowCommand.Settings>
{
    public override async Task<int> ExecuteAsync(CommandContext context, Settings settings, CancellationToken cancellationToken)
    {
        using var api = settings.Connect();
        var watch = await WatchFinder.FindAsync(api, settings.Watch, cancellationToken);
        var preview = await WatchReport.PreviewAsync(api, watch.Query, watch.Examples, settings.Days, cancellationToken);
        if (settings.Json) Screen.Json(new { watch, explain = preview.GetProperty("explain"), total = preview.GetProperty("total"), perDay = preview.GetProperty("perDay"), examples = ExampleReport.Of(preview) });
        else WatchReport.Write(watch, preview);
        return ExitCode.Ok;
    }

    public sealed class Settings : ServerSettings
    {
        [CommandArgument(0, "<WATCH>")]
        [Description("Its name, the beginning of its name, or its id")]
        public required string Watch { get; init; }

        [CommandOption("--days <N>")]
        [Description("How many days back to look for what it finds")]
        [DefaultValue(7)]
        public int Days { get; init; } = 7;
    }
}
