using Spectre.Console;

namespace NewsWatch.Cli.Output;

/// <summary>Where complaints go: standard error, so that output can be piped.</summary>
internal static class Terminal
{
    public static IAnsiConsole Error { get; } = Create();

    public static void Complain(string message) => Error.MarkupLineInterpolated($"[red]error:[/] {message}");

    /// <summary>A line that is no complaint.</summary>
    public static void Note(string message) => Error.WriteLine(message);

    private static IAnsiConsole Create()
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        // A program that reads the message wants it on one line.
        if (Console.IsErrorRedirected) console.Profile.Width = 10_000;
        return console;
    }
}
