using System.ComponentModel;
using NewsWatch.Cli.Api;
using NewsWatch.Cli.Output;
using Spectre.Console.Cli;

namespace NewsWatch.Cli.Feeds;

/// <summary>Adds feeds.</summary>
internal sealed class FeedAddCommand : AsyncCommand<FeedAddCommand.Settings>
{
    public override async Task<int> ExecuteAsync(CommandContext context, Settings settings, CancellationToken cancellationToken)
    {
        using var api = settings.Connect();
        var input = new { settings.Url, settings.Title, settings.Source, folder = settings.Folder ?? [], tag = settings.Tag ?? [], enabled = !settings.Paused };
        var added = await api.PostAsync("api/feeds", ApiClient.Json(input), cancellationToken);
        if (settings.Json) Screen.Json(added);
        else Screen.Line($"Added {SafeText.Line(added.GetProperty("url").GetString())} ({added.GetProperty("id").GetString()}). It is polled within moments; 'newswatch feed list' shows how it is doing.");
        return ExitCode.Ok;
    }

    public sealed class Settings : ServerSettings
    {
        [CommandArgument(0, "<URL>")]
        [Description("The feed's address")]
        public required string Url { get; init; }

        [CommandOption("--title <TITLE>")]
        [Description("What people call it; default the feed's own title")]
        public string? Title { get; init; }

        [CommandOption("--source <NAME>")]
        [Description("The outlet's name on its articles")]
        public string? Source { get; init; }

        [CommandOption("--folder <NAME>")]
        [Description("Folder, outermost first; may be repeated")]
        public string[]? Folder { get; init; }

        [CommandOption("--tag <TAG>")]
        [Description("Tag of its articles; may be repeated")]
        public string[]? Tag { get; init; }

        [CommandOption("--paused")]
        [Description("Add it without polling it")]
        public bool Paused { get; init; }
    }
}
