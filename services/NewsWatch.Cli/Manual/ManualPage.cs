using System.Text;

namespace NewsWatch.Cli.Manual;

/// <summary>The reference of all commands, made from the commands themselves.</summary>
internal static class ManualPage
{
    /// <summary>Where the written part of docs/cli.md ends and the reference begins.</summary>
    public const string Heading = "## Reference";

    public static string Write(CommandEntry root)
    {
        var page = new StringBuilder(Heading).Append("\n\nMade from the commands themselves (`newswatch manual`). Every command takes `-h`, `--help`.\n");
        foreach (var command in root.Visible())
        {
            if (command.Commands.Count > 0) page.Append($"\n### {command.Path}\n\n{Cell(command.Description)}\n");
            else Append(page, command);
        }

        return page.ToString();
    }

    private static void Append(StringBuilder page, CommandEntry command)
    {
        page.Append($"\n### {command.Path}\n\n{Cell(command.Description)}\n\n```\nnewswatch {command.Named(Usage(command)).TrimEnd()}\n```\n");
        var options = command.Options.Where(o => !o.Names.Contains("--help")).ToList();
        if (command.Arguments.Count + options.Count > 0)
        {
            page.Append("\n| | |\n|---|---|\n");
            foreach (var argument in command.Arguments) page.Append($"| `{argument.Name}` | {Cell(argument.Description)} |\n");
            foreach (var option in options) page.Append($"| `{string.Join("`, `", option.Names)}`{(option.Value is null ? "" : $" `{option.Value}`")} | {Cell(option.Description)}{(option.IsRequired ? " (required)" : "")} |\n");
        }

        if (command.Examples.Count > 0) page.Append($"\n```\n{string.Join('\n', command.Examples.Select(e => $"newswatch {e}"))}\n```\n");
    }

    private static string Usage(CommandEntry command) =>
        string.Join(' ', command.Arguments.Select(a => a.IsRequired ? a.Name : $"[{a.Name}]").Append("[OPTION…]"));

    private static string Cell(string text) => text.Replace("|", @"\|", StringComparison.Ordinal).Replace("<", @"\<", StringComparison.Ordinal);
}
