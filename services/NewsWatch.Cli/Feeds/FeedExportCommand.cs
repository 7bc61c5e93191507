using System.ComponentModel;
using NewsWatch.Cli.Api;
using NewsWatch.Cli.Output;
using Spectre.Console.Cli;

namespace NewsWatch.Cli.Feeds;

/// <summary>Writes all feeds as OPML.</summary>
internal sealed class FeedExportCommand : AsyncCommand<FeedExportCommand.Settings>
{
    public override async Task<int> ExecuteAsync(CommandContext context, Settings settings, CancellationToken cancellationToken)
    {
        using var api = settings.Connect();
        if (settings.Json)
        {
            foreach (var feed in (await api.GetAsync("api/feeds", cancellationToken)).EnumerateArray()) Screen.Json(feed);
            return ExitCode.Ok;
        }

        var opml = await api.GetTextAsync("api/feeds.opml", cancellationToken);
        if (settings.File is null or "-") Screen.Line(opml.TrimEnd('\n'));
        else await File.WriteAllTextAsync(settings.File, opml, cancellationToken);
        return ExitCode.Ok;
    }

    public sealed class Settings : ServerSettings
    {
        [CommandArgument(0, "[FILE]")]
        [Description("Where to; default standard output")]
        public string? File { get; init; }
    }
}
