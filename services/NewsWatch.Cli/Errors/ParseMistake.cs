using NewsWatch.Cli.Manual;
using Spectre.Console.Cli;

namespace NewsWatch.Cli.Errors;

/// <summary>What is wrong with a command line that cannot be read, and what was probably meant.</summary>
internal static class ParseMistake
{
    public static IEnumerable<string> Lines(CommandParseException exception, string[] args)
    {
        var commands = CommandCatalogue.Read();
        var (command, rest) = commands.Find(args);
        var word = rest.FirstOrDefault();
        if (command.Commands.Count > 0 && word is not null && !word.StartsWith('-'))
        {
            yield return $"There is no command '{command.Named(word)}'.";
            if (Nearest.Of(word, command.Commands.Select(c => c.Name)) is { } near) yield return $"did you mean: newswatch {command.Named(near)}";
        }
        else if (UnknownOption(command, rest) is { } option)
        {
            yield return $"There is no option '{option}' here.";
            if (Nearest.Of(option, command.Options.SelectMany(o => o.Names)) is { } near) yield return $"did you mean: {near}";
        }
        else if (OneTooMany(exception.Message) is { } extra)
        {
            yield return $"'{extra}' is one argument too many; put quotation marks around what belongs together.";
        }
        else
        {
            yield return exception.Message.TrimEnd('.') + ".";
        }

        yield return $"see: newswatch {command.Named("--help")}";
    }

    // The parser says it only in words, of which "match" would be taken for the command.
    private static string? OneTooMany(string message)
    {
        const string before = "Could not match '", after = "' with an argument";
        var end = message.LastIndexOf(after, StringComparison.Ordinal);
        return message.StartsWith(before, StringComparison.Ordinal) && end >= before.Length ? StandardInputDash.Show(message[before.Length..end]) : null;
    }

    private static string? UnknownOption(CommandEntry command, IEnumerable<string> rest) =>
        rest.Where(word => word.Length > 1 && word[0] == '-').Select(word => word.Split('=', ':')[0])
            .FirstOrDefault(word => !command.Options.SelectMany(o => o.Names).Contains(word, StringComparer.Ordinal));
}
