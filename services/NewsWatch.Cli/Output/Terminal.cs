using Spectre.Console;

namespace NewsWatch.Cli.Output;

/// <summary>Where complaints go: standard error, so that output can be piped.</summary>
internal static class Terminal
{
    public static IAnsiConsole Error { get; } = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });

    public static void Complain(string message) => Error.MarkupLineInterpolated($"[red]error:[/] {message}");
}
