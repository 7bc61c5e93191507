using System.ComponentModel;
using NewsWatch.Cli.Manual;
using NewsWatch.Cli.Output;
using Spectre.Console.Cli;

namespace NewsWatch.Cli.Completion;

/// <summary>Prints the completion script of a shell.</summary>
internal sealed class CompletionCommand : Command<CompletionCommand.Settings>
{
    private static readonly Dictionary<string, Func<CommandEntry, string>> Shells = new(StringComparer.Ordinal)
    {
        ["bash"] = BashScript.Of,
        ["zsh"] = ZshScript.Of,
        ["fish"] = FishScript.Of,
    };

    public override int Execute(CommandContext context, Settings settings, CancellationToken cancellationToken)
    {
        if (!Shells.TryGetValue(settings.Shell, out var script)) throw new UsageException($"There is no completion for '{settings.Shell}'; there is for {string.Join(", ", Shells.Keys)}.");
        Screen.Line(script(CommandCatalogue.Read()).TrimEnd('\n'));
        return ExitCode.Ok;
    }

    public sealed class Settings : CommandSettings
    {
        [CommandArgument(0, "<SHELL>")]
        [Description("bash, zsh or fish")]
        public required string Shell { get; init; }
    }
}
