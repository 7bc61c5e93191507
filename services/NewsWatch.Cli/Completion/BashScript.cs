using System.Text;
using NewsWatch.Cli.Manual;

namespace NewsWatch.Cli.Completion;

/// <summary>Completion for bash.</summary>
internal static class BashScript
{
    private const string Frame = """
        # Completion of newswatch for bash: source <(newswatch completion bash)
        _newswatch_known() {
          local IFS=$'\n' name
          COMPREPLY=()
          while read -r name; do
            # A name with spaces is one word of the command line.
            if [[ $name == "$2"* ]]; then COMPREPLY+=("$(printf '%q' "$name")"); fi
          done < <("$NEWSWATCH" complete "$1" 2>/dev/null)
        }
        _newswatch() {
          local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} path='' word i
          local NEWSWATCH=${COMP_WORDS[0]/#\~/$HOME}
          cur=${cur#[\"\']}
          COMPREPLY=()
          for ((i = 1; i < COMP_CWORD; i++)); do
            word=${COMP_WORDS[i]}
            case "$path $word" in
        @COMMANDS@
            esac
          done
          case "$path|$prev" in
        @VALUES@
          esac
          case "$cur" in
            -*) case "$path" in
        @OPTIONS@
              esac;;
            *) case "$path" in
        @ARGUMENTS@
              esac;;
          esac
        }
        complete -F _newswatch newswatch ./newswatch
        """;

    public static string Of(CommandEntry root)
    {
        var all = root.Visible().Prepend(root).ToList();
        return Frame
            .Replace("@COMMANDS@", Lines(all.Where(c => c.Path.Length > 0).Select(c => $"      {Quote(" " + c.Path)}) path={Quote(" " + c.Path)};;")), StringComparison.Ordinal)
            .Replace("@VALUES@", Lines(all.SelectMany(Values)), StringComparison.Ordinal)
            .Replace("@OPTIONS@", Lines(all.Select(c => $"      {Pattern(c)}) {Choice(new ValueKind.Words([.. c.Options.SelectMany(o => o.Names)]))};;")), StringComparison.Ordinal)
            .Replace("@ARGUMENTS@", Lines(all.Select(Arguments).OfType<string>()), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Values(CommandEntry command) =>
        from option in command.Options
        where option.Value is not null
        let patterns = string.Join('|', option.Names.Select(n => Quote($"{Prefix(command)}|{n}")))
        select $"    {patterns}) {Choice(ValueKind.Named(option.Value!, command))}; return;;";

    private static string? Arguments(CommandEntry command)
    {
        if (command.Commands.Count > 0) return $"      {Pattern(command)}) {Choice(new ValueKind.Words([.. command.Commands.Where(c => !c.IsHidden).Select(c => c.Name)]))};;";
        return command.Arguments.Count > 0 ? $"      {Pattern(command)}) {Choice(ValueKind.Named(command.Arguments[0].Name, command))};;" : null;
    }

    private static string Choice(ValueKind kind) => kind switch
    {
        ValueKind.Files => "compopt -o default; COMPREPLY=()",
        ValueKind.Words words => $"COMPREPLY=($(compgen -W {Quote(string.Join(' ', words.Of))} -- \"$cur\"))",
        ValueKind.Known known => $"_newswatch_known {known.Kind} \"$cur\"",
        _ => "COMPREPLY=()",
    };

    private static string Prefix(CommandEntry command) => command.Path.Length == 0 ? "" : " " + command.Path;

    private static string Pattern(CommandEntry command) => Quote(Prefix(command));

    private static string Quote(string text) => $"'{text.Replace("'", @"'\''", StringComparison.Ordinal)}'";

    private static string Lines(IEnumerable<string> lines) => new StringBuilder().AppendJoin('\n', lines).ToString();
}
