using System.ComponentModel;
using NewsWatch.Cli.Inspect.Sources;
using NewsWatch.Matching.Analysis;
using Spectre.Console.Cli;

namespace NewsWatch.Cli.Inspect.Commands;

internal sealed class InspectTextCommand : AsyncCommand<InspectTextCommand.Settings>
{
    public override async Task<int> ExecuteAsync(CommandContext context, Settings settings, CancellationToken cancellationToken)
    {
        if (!Enum.TryParse<AnalyzerKind>(settings.Analyzer, ignoreCase: true, out var analyzer) || char.IsAsciiDigit(settings.Analyzer[0]))
            throw new UsageException($"--analyzer is text, exact or stem, not '{settings.Analyzer}'.");
        await using var output = InspectionSources.Output();
        return await new InspectText(new FileSource(), analyzer).RunAsync(settings.Input, output, cancellationToken);
    }

    public sealed class Settings : CommandSettings
    {
        [CommandArgument(0, "[FILE]")]
        [Description("A text, or .jsonl of {id, text}; - or nothing reads standard input")]
        [DefaultValue("-")]
        public required string Input { get; init; }

        [CommandOption("--analyzer <NAME>")]
        [Description("text, exact or stem")]
        [DefaultValue("text")]
        public required string Analyzer { get; init; }

        [CommandOption("--json")]
        [Description("Output is always JSON")]
        public bool Json { get; init; }
    }
}
