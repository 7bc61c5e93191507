using System.ComponentModel;
using System.Diagnostics;

namespace NewsWatch.Cli.Editing;

/// <summary>The editor that the user has chosen.</summary>
internal static class Editor
{
    private static readonly string[] Usual = ["sensible-editor", "nano", "vi"];

    public static async Task OpenAsync(string file, CancellationToken cancellationToken)
    {
        var command = Variable("VISUAL") ?? Variable("EDITOR") ?? Array.Find(Usual, IsThere)
            ?? throw new UsageException("There is no editor here: set EDITOR, or say what to change, such as --query QUERY.");
        // By the shell, because EDITOR may hold options and quotes.
        using var process = Start("/bin/sh", ["-c", $"{command} \"$1\"", "sh", file]);
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0) throw new InvalidOperationException($"The editor '{command}' ended with {process.ExitCode}; nothing was changed. What it wrote is in {file}.");
    }

    private static Process Start(string program, string[] arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false })!;
        }
        catch (Win32Exception e)
        {
            throw new InvalidOperationException($"The editor cannot be started: {e.Message}", e);
        }
    }

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;

    private static bool IsThere(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => folder.Length > 0 && File.Exists(Path.Combine(folder, program)));
}
