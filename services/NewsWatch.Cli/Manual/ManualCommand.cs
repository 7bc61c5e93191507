using NewsWatch.Cli.Output;
using Spectre.Console.Cli;

namespace NewsWatch.Cli.Manual;

/// <summary>Prints the reference of all commands as Markdown: docs/cli.md is kept equal to it.</summary>
internal sealed class ManualCommand : Command<ManualCommand.Settings>
{
    public override int Execute(CommandContext context, Settings settings, CancellationToken cancellationToken)
    {
        Screen.Line(ManualPage.Write(CommandCatalogue.Read()).TrimEnd('\n'));
        return ExitCode.Ok;
    }

    public sealed class Settings : CommandSettings;
}
