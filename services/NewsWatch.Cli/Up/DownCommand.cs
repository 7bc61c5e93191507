using NewsWatch.Cli.Up.State;
using Spectre.Console;
using Spectre.Console.Cli;

namespace NewsWatch.Cli.Up;

/// <summary>Stops what <c>newswatch up</c> started, and nothing else.</summary>
internal sealed class DownCommand : AsyncCommand<DownCommand.Settings>
{
    public override async Task<int> ExecuteAsync(CommandContext context, Settings settings, CancellationToken cancellationToken)
    {
        if (StateFile.Read(settings.DataFolder) is null)
        {
            Console.WriteLine($"NewsWatch is not up in {settings.DataFolder}. If it was started with another folder, name it: --data DIR.");
            return 0;
        }

        using var file = StateFile.Open(settings.DataFolder);
        if (StateFile.Read(settings.DataFolder) is { } state)
            await ConsoleReport.ShowAsync(async report => { await new Stopper(report, TimeProvider.System).DownAsync(file, state, cancellationToken); return state; });
        AnsiConsole.MarkupLineInterpolated($"[bold]NewsWatch is down[/]; its data stays in {settings.DataFolder}");
        return 0;
    }

    public sealed class Settings : DataSettings;
}
