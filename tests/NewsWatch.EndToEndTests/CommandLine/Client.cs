using System.Diagnostics;
using System.Text.Json;
using NewsWatch.Testing;
using Xunit;

namespace NewsWatch.EndToEndTests.CommandLine;

/// <summary>The executable as a client of a server, with settings folders of its own.</summary>
internal sealed class Client(Uri server) : IDisposable
{
    /// <summary>Where it remembers things.</summary>
    public string Home { get; } = Directory.CreateTempSubdirectory("newswatch-client-").FullName;

    /// <summary>Runs a command that must succeed; its output.</summary>
    public async Task<string> RunAsync(params string[] arguments)
    {
        var (exit, output, errors) = await TryAsync(arguments);
        Assert.True(exit == 0, $"newswatch {string.Join(' ', arguments)} ended with {exit}: {errors}");
        return output;
    }

    /// <summary>Runs a command.</summary>
    public async Task<(int ExitCode, string Output, string Errors)> TryAsync(params string[] arguments)
    {
        using var process = Start(arguments);
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, output, await errors);
    }

    /// <summary>Lines of JSON that a command prints.</summary>
    public async Task<IReadOnlyList<JsonElement>> JsonAsync(params string[] arguments) =>
        [.. (await RunAsync([.. arguments, "--json"])).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];

    /// <summary>Starts a command that goes on.</summary>
    public Process Start(params string[] arguments)
    {
        // Run in the background of a script, a test inherits that SIGINT is ignored, and so would what it starts.
        var start = new ProcessStartInfo("env", ["--default-signal=INT", NewsWatchProcess.Executable, .. arguments]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in Environment()) start.Environment[name] = value;
        return Process.Start(start)!;
    }

    /// <summary>What tells the executable where to find things.</summary>
    public IReadOnlyDictionary<string, string> Environment() => new Dictionary<string, string>
    {
        ["NEWSWATCH_SERVER"] = server.OriginalString,
        ["XDG_CONFIG_HOME"] = Path.Combine(Home, "config"),
        ["XDG_STATE_HOME"] = Path.Combine(Home, "state"),
    };

    public void Dispose() => Directory.Delete(Home, recursive: true);
}
