using System.Diagnostics;
using NewsWatch.Testing;
using Xunit;

namespace NewsWatch.UnitTests.Cli;

/// <summary>The executable as a person calls it.</summary>
internal static class CommandLine
{
    public static async Task<(int ExitCode, string Output, string Errors)> RunAsync(string[] arguments, string input = "", Dictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(NewsWatchProcess.Executable, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment ?? []) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output, await errors);
    }
}
