using NewsWatch.Cli.Manual;

namespace NewsWatch.Cli.Completion;

/// <summary>Completion for fish.</summary>
internal static class FishScript
{
    private const string Frame = """
        # Completion of newswatch for fish: newswatch completion fish | source
        function __newswatch_known
          newswatch complete $argv[1] 2>/dev/null
        end
        # Whether the words so far call exactly this command.
        function __newswatch_at
          set -l path
          for word in (commandline -opc)[2..-1]
            if contains -- (string join -- ' ' $path $word) $__newswatch_commands
              set -a path $word
            end
          end
          test "$path" = "$argv"
        end
        set -g __newswatch_commands @PATHS@
        complete -c newswatch -e
        complete -c newswatch -f
        """;

    public static string Of(CommandEntry root)
    {
        var all = root.Visible().ToList();
        var frame = Frame.Replace("@PATHS@", string.Join(' ', all.Select(c => Quote(c.Path))), StringComparison.Ordinal);
        return string.Join('\n', all.Prepend(root).SelectMany(Lines).Prepend(frame)) + "\n";
    }

    private static IEnumerable<string> Lines(CommandEntry command)
    {
        var here = $"complete -c newswatch -n {Quote("__newswatch_at " + command.Path)}";
        foreach (var below in command.Commands.Where(c => !c.IsHidden)) yield return $"{here} -a {below.Name} -d {Quote(below.Description)}";
        if (command.Arguments.Count > 0 && Values(ValueKind.Named(command.Arguments[0].Name, command)) is { Length: > 0 } values) yield return here + values;
        foreach (var option in command.Options)
        {
            var names = string.Concat(option.Names.Select(n => n.StartsWith("--", StringComparison.Ordinal) ? $" -l {n[2..]}" : $" -s {n[1..]}"));
            yield return $"{here}{names}{(option.Value is null ? "" : Required(ValueKind.Named(option.Value, command)))} -d {Quote(option.Description)}";
        }
    }

    /// <summary>Files where files are meant, else nothing but what is known.</summary>
    private static string Required(ValueKind kind) => (kind is ValueKind.Files ? " -r" : " -x") + Values(kind);

    private static string Values(ValueKind kind) => kind switch
    {
        ValueKind.Files => " -F",
        ValueKind.Words words => $" -a {Quote(string.Join(' ', words.Of))}",
        ValueKind.Known known => $" -a {Quote($"(__newswatch_known {known.Kind})")}",
        _ => "",
    };

    private static string Quote(string text) => $"'{text.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("'", @"\'", StringComparison.Ordinal)}'";
}
