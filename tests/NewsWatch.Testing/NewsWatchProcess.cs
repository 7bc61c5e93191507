using System.Collections.Concurrent;
using System.Diagnostics;
using NewsWatch.Cli.Service;
using NewsWatch.Cli.Up.Processes;

namespace NewsWatch.Testing;

/// <summary>The real executable as a real process; it ends when this is disposed of, and can be killed before.</summary>
public sealed class NewsWatchProcess : IAsyncDisposable
{
    private readonly string[] _arguments;
    private readonly IReadOnlyDictionary<string, string> _environment;
    private readonly ConcurrentQueue<string> _log = new();
    private Process? _process;

    /// <summary>Describes the process; <see cref="StartAsync"/> starts it.</summary>
    /// <param name="address">Where it will answer.</param>
    /// <param name="arguments">Command line.</param>
    /// <param name="environment">Added to the environment of the tests.</param>
    public NewsWatchProcess(Uri address, string[] arguments, IReadOnlyDictionary<string, string> environment)
    {
        Address = address;
        _arguments = arguments;
        _environment = environment;
    }

    /// <summary>The executable beside the tests.</summary>
    public static string Executable { get; } = Path.Combine(AppContext.BaseDirectory, "newswatch");

    /// <summary>Where it answers.</summary>
    public Uri Address { get; }

    /// <summary>Whether it lives.</summary>
    public bool IsRunning => _process is { HasExited: false };

    /// <summary>Its number at the system, once it was started.</summary>
    public int Id => _process!.Id;

    /// <summary>What it wrote.</summary>
    public string Log => string.Join('\n', _log);

    /// <summary>Starts it (again) and waits until it says that it is alive.</summary>
    public async Task StartAsync()
    {
        Launch();
        using var http = new HttpClient { BaseAddress = Address };
        await Eventually.IsTrueAsync(async () => await AnswersAsync(http) || Ended(), $"{string.Join(' ', _arguments)} to answer at {Address}");
        if (Ended()) throw new InvalidOperationException($"{string.Join(' ', _arguments)} ended with {_process!.ExitCode}:\n{Log}");
    }

    /// <summary>Starts it without waiting.</summary>
    public void Launch()
    {
        // As 'newswatch up' starts it, with its memory, unless one is said.
        var start = OwnGroup.Of([Executable, .. _arguments]);
        (start.RedirectStandardInput, start.RedirectStandardOutput, start.RedirectStandardError) = (true, true, true);
        start.Environment.TryAdd(YoungGeneration.Variable, YoungGeneration.Bytes);
        foreach (var (name, value) in _environment) start.Environment[name] = value;
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Note(line.Data);
        _process.ErrorDataReceived += (_, line) => Note(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>SIGKILL, as in a crash.</summary>
    public async Task KillAsync()
    {
        if (_process is not { HasExited: false }) return;
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    /// <summary>SIGTERM; returns its exit code.</summary>
    public async Task<int> StopAsync()
    {
        if (_process is null) return 0;
        Signals.Terminate(_process.Id);
        await _process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));
        return _process.ExitCode;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process?.Dispose();
    }

    private bool Ended() => _process!.HasExited;

    private void Note(string? line)
    {
        if (line is not null) _log.Enqueue(line);
    }

    private static async Task<bool> AnswersAsync(HttpClient http)
    {
        try
        {
            using var response = await http.GetAsync("health/live");
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
