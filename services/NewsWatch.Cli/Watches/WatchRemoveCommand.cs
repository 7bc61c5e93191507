using System.ComponentModel;
using NewsWatch.Cli.Api;
using NewsWatch.Cli.Output;
using NewsWatch.Contracts;
using Spectre.Console.Cli;

namespace NewsWatch.Cli.Watches;

/// <summary>Removes watches and says how to have each back.</summary>
internal sealed class WatchRemoveCommand : AsyncCommand<WatchRemoveCommand.Settings>
{
    public override async Task<int> ExecuteAsync(CommandContext context, Settings settings, CancellationToken cancellationToken)
    {
        using var api = settings.Connect();
        foreach (var named in settings.Watches)
        {
            var watch = await WatchFinder.FindAsync(api, named, cancellationToken);
            await api.DeleteAsync($"api/watches/{Uri.EscapeDataString(watch.Id)}", cancellationToken);
            if (settings.Json)
            {
                Screen.Json(watch);
                continue;
            }

            Screen.Line($"Removed '{SafeText.Line(watch.Name)}'; its alerts stay. To have it back:");
            Screen.Line($"  newswatch watch add {Shell.Quote(watch.Query)} --topic {watch.Topic} --name {Shell.Quote(watch.Name)} --id {watch.Id}{(watch.Enabled ? "" : " --paused")}{Examples(watch)}");
        }

        return ExitCode.Ok;
    }

    private static string Examples(Watch watch) => string.Concat(
        [.. (watch.Examples?.Matches ?? []).Select(text => $" --example {Shell.QuoteLines(text)}"), .. (watch.Examples?.Misses ?? []).Select(text => $" --counterexample {Shell.QuoteLines(text)}")]);

    public sealed class Settings : ServerSettings
    {
        [CommandArgument(0, "<WATCH>")]
        [Description("Names, beginnings of names, or ids")]
        public required string[] Watches { get; init; }
    }
}
