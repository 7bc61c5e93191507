using Spectre.Console.Cli.Help;

namespace NewsWatch.Cli.Manual;

/// <summary>A command, or a group of them, as people call it.</summary>
internal sealed record CommandEntry(
    string Name, string Path, string Description, bool IsHidden, IReadOnlyList<ArgumentEntry> Arguments, IReadOnlyList<OptionEntry> Options, IReadOnlyList<string> Examples, IReadOnlyList<CommandEntry> Commands)
{
    private static readonly OptionEntry Help = new(["-h", "--help"], null, "Explain the command", false);

    public static CommandEntry Root(ICommandModel model)
    {
        var commands = model.Commands.Select(c => Of(c, "")).ToList();
        // Without a command, everything is run.
        var run = commands.First(c => c.Name == "run");
        return new("", "", "", false, [], [.. run.Options, new(["-v", "--version"], null, "Print the version", false)], [], commands);
    }

    /// <summary>The command that the words call, and what follows its name.</summary>
    public (CommandEntry Command, string[] Behind) Find(string[] words)
    {
        var (command, at) = (this, 0);
        while (at < words.Length && command.Commands.FirstOrDefault(c => c.Name == words[at]) is { } next) (command, at) = (next, at + 1);
        return (command, words[at..]);
    }

    /// <summary>The command's words with one more behind them.</summary>
    public string Named(string word) => Path.Length == 0 ? word : $"{Path} {word}";

    /// <summary>All that may be seen, groups before what is in them.</summary>
    public IEnumerable<CommandEntry> Visible() => Commands.Where(c => !c.IsHidden).SelectMany(c => c.Visible().Prepend(c));

    private static CommandEntry Of(ICommandInfo info, string above)
    {
        var path = above.Length == 0 ? info.Name : $"{above} {info.Name}";
        var parameters = info.Parameters.Where(p => !p.IsHidden).ToList();
        return new(
            info.Name, path, info.Description ?? "", info.IsHidden,
            [.. parameters.OfType<ICommandArgument>().OrderBy(a => a.Position).Select(a => new ArgumentEntry(a.Value, a.IsRequired, a.Description ?? ""))],
            [.. parameters.OfType<ICommandOption>().Select(Of), Help],
            [.. info.Examples.Select(e => string.Join(' ', e))],
            info is ICommandContainer container ? [.. container.Commands.Select(c => Of(c, path))] : []);
    }

    private static OptionEntry Of(ICommandOption option) => new(
        [.. option.ShortNames.Select(n => "-" + n), .. option.LongNames.Select(n => "--" + n)], option.IsFlag ? null : option.ValueName, option.Description ?? "", option.IsRequired);
}

/// <summary>What stands behind a command without a name.</summary>
internal sealed record ArgumentEntry(string Name, bool IsRequired, string Description);

/// <summary>An option; <paramref name="Value"/> is the name of what follows it, if anything does.</summary>
internal sealed record OptionEntry(IReadOnlyList<string> Names, string? Value, string Description, bool IsRequired);
