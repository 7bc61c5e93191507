using System.ComponentModel;
using NewsWatch.Cli.Inspect.Sources;
using Spectre.Console.Cli;

namespace NewsWatch.Cli.Inspect.Commands;

internal sealed class InspectLanguageCommand : AsyncCommand<InspectLanguageCommand.Settings>
{
    public override async Task<int> ExecuteAsync(CommandContext context, Settings settings, CancellationToken cancellationToken)
    {
        await using var output = InspectionSources.Output();
        return await new InspectLanguage(new FileSource(), new DetectedLanguage()).RunAsync(settings.Input, output, cancellationToken) == 0 ? ExitCode.Ok : ExitCode.Failed;
    }

    public sealed class Settings : CommandSettings
    {
        [CommandArgument(0, "[FILE]")]
        [Description("A text, or .jsonl of {id, text}; - or nothing reads standard input")]
        [DefaultValue("-")]
        public required string Input { get; init; }

        [CommandOption("--json")]
        [Description("Output is always JSON")]
        public bool Json { get; init; }
    }
}
