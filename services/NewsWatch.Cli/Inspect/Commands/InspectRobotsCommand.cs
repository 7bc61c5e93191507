using System.ComponentModel;
using NewsWatch.Cli.Inspect.Sources;
using Spectre.Console.Cli;

namespace NewsWatch.Cli.Inspect.Commands;

internal sealed class InspectRobotsCommand : AsyncCommand<InspectRobotsCommand.Settings>
{
    public override async Task<int> ExecuteAsync(CommandContext context, Settings settings, CancellationToken cancellationToken)
    {
        if (settings.Agents.Length == 0) throw new UsageException("Name at least one agent: --agent NAME.");
        await using var output = InspectionSources.Output();
        return await new InspectRobots(new FileSource()).RunAsync(settings.File, settings.Agents, settings.Urls, output, cancellationToken) == 0 ? ExitCode.Ok : ExitCode.Failed;
    }

    public sealed class Settings : CommandSettings
    {
        [CommandArgument(0, "<FILE>")]
        [Description("A robots.txt, or - for standard input")]
        public required string File { get; init; }

        [CommandArgument(1, "<URL>")]
        [Description("Addresses to ask about")]
        public required string[] Urls { get; init; }

        [CommandOption("--agent <NAME>")]
        [Description("The robot that asks; may be given several times")]
        public string[] Agents { get; init; } = [];

        [CommandOption("--json")]
        [Description("Output is always JSON")]
        public bool Json { get; init; }
    }
}
