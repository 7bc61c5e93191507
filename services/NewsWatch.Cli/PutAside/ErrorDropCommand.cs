using System.ComponentModel;
using NewsWatch.Cli.Api;
using NewsWatch.Cli.Output;
using Spectre.Console.Cli;

namespace NewsWatch.Cli.PutAside;

/// <summary>Drops messages for good. There is no way to drop all at once: what is dropped is lost.</summary>
internal sealed class ErrorDropCommand : AsyncCommand<ErrorDropCommand.Settings>
{
    public override async Task<int> ExecuteAsync(CommandContext context, Settings settings, CancellationToken cancellationToken)
    {
        using var api = settings.Connect();
        foreach (var named in settings.Messages)
        {
            var message = await ErrorFinder.FindAsync(api, named, cancellationToken);
            await api.DeleteAsync(ErrorFinder.PathOf(message), cancellationToken);
            if (settings.Json) Screen.Json(message);
            else Screen.Line($"Dropped for good: {SafeText.Line(message.Content)}");
        }

        return ExitCode.Ok;
    }

    public sealed class Settings : ServerSettings
    {
        [CommandArgument(0, "<MESSAGE>")]
        [Description("Ids, or beginnings of them")]
        public required string[] Messages { get; init; }
    }
}
