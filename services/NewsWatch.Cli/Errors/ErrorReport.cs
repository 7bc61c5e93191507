using NewsWatch.Cli.Api;
using NewsWatch.Cli.Output;
using Spectre.Console.Cli;

namespace NewsWatch.Cli.Errors;

/// <summary>Wrong usage is 2, anything else that went wrong is 1; both say why in a sentence, and what to type instead where that is known.</summary>
internal static class ErrorReport
{
    public static int Write(Exception exception, string[] args)
    {
        switch (exception)
        {
            case CommandParseException parse:
                ParseMistake.Lines(parse, args).Complain();
                return ExitCode.Usage;
            case QueryRefusedException refused:
                refused.Lines().Complain();
                return ExitCode.Usage;
            case ApiException answer when ExampleRefusal.Lines(answer) is { } lines:
                lines.Complain();
                return ExitCode.Failed;
            case CommandAppException or UsageException:
                Terminal.Complain(exception.Message);
                return ExitCode.Usage;
            case OperationCanceledException:
                return ExitCode.Failed;
            default:
                Terminal.Complain(exception.Message);
                return ExitCode.Failed;
        }
    }

    private static void Complain(this IEnumerable<string> lines)
    {
        var first = true;
        foreach (var line in lines)
        {
            if (first) Terminal.Complain(line);
            else Terminal.Note(line);
            first = false;
        }
    }
}
