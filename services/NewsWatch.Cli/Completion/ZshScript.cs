using NewsWatch.Cli.Manual;

namespace NewsWatch.Cli.Completion;

/// <summary>Completion for zsh.</summary>
internal static class ZshScript
{
    private const string Frame = """
        #compdef newswatch
        # Completion of newswatch for zsh: source <(newswatch completion zsh), or save it as _newswatch in a folder of $fpath.
        _newswatch_known() {
          local -a names
          names=("${(@f)$("${words_at_start[1]:-newswatch}" complete "$1" 2>/dev/null)}")
          compadd -a names
        }
        # Nothing is known of the word; an empty action instead would keep options from being completed in its place.
        _newswatch_free() { return 1 }
        @FUNCTIONS@
        _newswatch() {
          local -a words_at_start
          words_at_start=("${words[@]}")
          _newswatch_root "$@"
        }
        if [ "$funcstack[1]" = "_newswatch" ]; then _newswatch "$@"; else compdef _newswatch newswatch; fi
        """;

    public static string Of(CommandEntry root) =>
        Frame.Replace("@FUNCTIONS@", string.Join('\n', root.Visible().Prepend(root).Select(Function)), StringComparison.Ordinal);

    private static string Function(CommandEntry command)
    {
        var specs = command.Options.SelectMany(o => Option(o, command)).ToList();
        if (command.Commands.Count > 0) return Group(command, specs);
        specs.AddRange(command.Arguments.Select((a, i) => $"'{(i == command.Arguments.Count - 1 ? "*" : (i + 1).ToString(System.Globalization.CultureInfo.InvariantCulture))}:{Clean(a.Name)}:{Action(ValueKind.Named(a.Name, command))}'"));
        return $"{Name(command)}() {{\n  _arguments -s {string.Join(" ", specs.Select(s => "\\\n    " + s))}\n}}";
    }

    private static string Group(CommandEntry command, List<string> specs)
    {
        var commands = command.Commands.Where(c => !c.IsHidden).ToList();
        var described = string.Join("", commands.Select(c => $"\n      '{c.Name}:{Clean(c.Description)}'"));
        var cases = string.Join("", commands.Select(c => $"\n      {c.Name}) {Name(c)};;"));
        return $$"""
            {{Name(command)}}() {
              local context state line
              local -a commands
              _arguments -C -A "-*" {{string.Join(" ", specs.Select(s => "\\\n    " + s))}} \
                '1:command:->command' '*::argument:->argument'
              case $state in
                command) commands=({{described}}
                  ); _describe command commands;;
                argument) case $line[1] in{{cases}}
                  esac;;
              esac
            }
            """;
    }

    private static IEnumerable<string> Option(OptionEntry option, CommandEntry command) => option.Names.Select(name =>
        $"'{name}[{Clean(option.Description)}]{(option.Value is null ? "" : $":{Clean(option.Value)}:{Action(ValueKind.Named(option.Value, command))}")}'");

    private static string Action(ValueKind kind) => kind switch
    {
        ValueKind.Files => "_files",
        ValueKind.Words words => $"({string.Join(' ', words.Of)})",
        ValueKind.Known known => $"_newswatch_known {known.Kind}",
        _ => "_newswatch_free",
    };

    private static string Name(CommandEntry command) => command.Path.Length == 0 ? "_newswatch_root" : "_newswatch_" + command.Path.Replace(' ', '_');

    /// <summary>Without the characters that mean something in a specification.</summary>
    private static string Clean(string text) =>
        text.Replace("'", "", StringComparison.Ordinal).Replace('[', '(').Replace(']', ')').Replace(":", @"\:", StringComparison.Ordinal).Replace("`", "", StringComparison.Ordinal);
}
