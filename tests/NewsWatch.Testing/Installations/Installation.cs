
namespace NewsWatch.Testing.Installations;

/// <summary>A running NewsWatch, whatever it is made of.</summary>
public abstract class Installation : IAsyncDisposable
{
    /// <summary>The watches that the scenarios speak of.</summary>
    private static readonly (string Id, string Query, string Topic)[] Watches =
    [
        ("lethal-aid", "\"lethal aid\"", "arms.lethal-aid"),
        ("sanctions", "sanctions", "sanctions"),
        ("military-aid", "\"military aid\"", "arms.military-aid"),
    ];

    private NewsWatchApi? _api;

    /// <summary>Its API.</summary>
    public NewsWatchApi Api => _api ??= new NewsWatchApi(Address);

    /// <summary>Where the API answers.</summary>
    public abstract Uri Address { get; }

    /// <summary>What its processes wrote, for the message of a failed test.</summary>
    public abstract string Logs { get; }

    /// <summary>The pids of its processes by name, for those who measure them.</summary>
    public abstract IReadOnlyDictionary<string, int> Pids { get; }

    /// <summary>The data folder of all its processes.</summary>
    protected string Data { get; } = Directory.CreateTempSubdirectory("newswatch-e2e-").FullName;

    /// <summary>Starts every process and waits until all are ready.</summary>
    public abstract Task StartAsync();

    /// <summary>Adds the scenarios' watches and waits until every Watcher has compiled them.</summary>
    public async Task WatchAsync()
    {
        foreach (var (id, query, topic) in Watches) await Api.AddWatchAsync(id, query, topic);
        await WaitForWatchesAsync(Watcher, Watches.Length);
    }

    /// <inheritdoc/>
    public virtual async ValueTask DisposeAsync()
    {
        _api?.Dispose();
        await TemporaryFolder.RemoveAsync(Data);
        GC.SuppressFinalize(this);
    }

    /// <summary>How many articles the Watcher has matched since it started.</summary>
    public Task<long> MatchedAsync() => CounterAsync(Watcher, "newswatch_watcher_articles_total");

    /// <summary>How many alerts the Watcher has raised since it started.</summary>
    public Task<long> RaisedAsync() => CounterAsync(Watcher, "newswatch_watcher_alerts_total");

    protected abstract Uri Watcher { get; }

    private static async Task<long> CounterAsync(Uri process, string name)
    {
        using var api = new NewsWatchApi(process);
        var metrics = await api.GetAsync("metrics");
        return metrics.Text.Split('\n').Where(line => line.StartsWith(name, StringComparison.Ordinal))
            .Sum(line => (long)double.Parse(line.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture));
    }

    private static Task WaitForWatchesAsync(Uri watcher, int count) =>
        Eventually.IsTrueAsync(
            async () =>
            {
                using var api = new NewsWatchApi(watcher);
                var health = await api.GetAsync("health/ready");
                var check = health.Json.GetProperty("checks").EnumerateArray().First(c => c.GetProperty("name").GetString() == "watches");
                return check.TryGetProperty("numbers", out var numbers) && numbers.GetProperty("watches").GetInt32() >= count;
            },
            $"{count} watches at {watcher}");
}
