using System.Diagnostics;
using NewsWatch.Testing;

namespace NewsWatch.EndToEndTests.CommandLine;

/// <summary>A real terminal of its own, 100 columns wide.</summary>
internal sealed class Tmux : IAsyncDisposable
{
    public const string Absent = "There is no tmux here (Debian's package tmux).";

    private readonly string _socket = Path.Combine(Directory.CreateTempSubdirectory("newswatch-tmux-").FullName, "socket");

    public static bool IsThere { get; } = Environment.GetEnvironmentVariable("PATH")!.Split(':').Any(folder => File.Exists(Path.Combine(folder, "tmux")));

    /// <summary>Starts a shell in it.</summary>
    public static async Task<Tmux> StartAsync(IReadOnlyDictionary<string, string> environment)
    {
        var tmux = new Tmux();
        var settings = environment.SelectMany(e => new[] { "-e", $"{e.Key}={e.Value}" });
        await tmux.CallAsync(["-f", "/dev/null", "new-session", "-d", "-x", "100", "-y", "50", .. settings, "-e", "PS1=READY> ", "-e", "TERM=screen-256color", "env", "-u", "NO_COLOR", "bash", "--norc", "--noprofile"]);
        await Eventually.IsTrueAsync(async () => (await tmux.ScreenAsync()).Contains("READY>", StringComparison.Ordinal), "a prompt");
        // tmux gives a new pane the PATH of whoever called it, whatever the session says.
        if (environment.TryGetValue("PATH", out var path)) await tmux.TypeAsync($"export PATH='{path}'");
        return tmux;
    }

    /// <summary>Types a line.</summary>
    public async Task TypeAsync(string line)
    {
        await CallAsync(["send-keys", "-l", line]);
        await CallAsync(["send-keys", "Enter"]);
    }

    /// <summary>Presses a key, as tmux names it.</summary>
    public Task PressAsync(string key) => CallAsync(["send-keys", key]);

    /// <summary>What the terminal shows, what has scrolled away included; with <paramref name="colours"/> as escape sequences.</summary>
    public Task<string> ScreenAsync(bool colours = false) => CallAsync(["capture-pane", "-p", "-S", "-500", .. colours ? new[] { "-e" } : []]);

    /// <summary>Waits until the terminal shows a text.</summary>
    public Task<string> WaitForAsync(string text, bool colours = false) => Eventually.GetAsync(() => ScreenAsync(colours), screen => screen.Contains(text, StringComparison.Ordinal), $"'{text}' on the terminal");

    public async ValueTask DisposeAsync()
    {
        await CallAsync(["kill-server"]);
        Directory.Delete(Path.GetDirectoryName(_socket)!, recursive: true);
    }

    private async Task<string> CallAsync(IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("tmux", ["-S", _socket, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        var said = await errors;
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"tmux ended with {process.ExitCode}: {said}");
    }
}
