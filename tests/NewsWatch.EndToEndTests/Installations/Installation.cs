using NewsWatch.Testing;

namespace NewsWatch.EndToEndTests.Installations;

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

    public NewsWatchApi Api => _api ??= new NewsWatchApi(Address);

    /// <summary>Where the API answers.</summary>
    public abstract Uri Address { get; }

    /// <summary>What its processes wrote, for the message of a failed test.</summary>
    public abstract string Logs { get; }

    protected string Data { get; } = Directory.CreateTempSubdirectory("newswatch-e2e-").FullName;

    public abstract Task StartAsync();

    /// <summary>Adds the scenarios' watches and waits until every Watcher has compiled them.</summary>
    public async Task WatchAsync()
    {
        foreach (var (id, query, topic) in Watches) await Api.AddWatchAsync(id, query, topic);
        await WaitForWatchesAsync(Watches.Length);
    }

    public virtual ValueTask DisposeAsync()
    {
        _api?.Dispose();
        Directory.Delete(Data, recursive: true);
        return ValueTask.CompletedTask;
    }

    protected abstract Task WaitForWatchesAsync(int count);

    protected static Task WaitForWatchesAsync(Uri watcher, int count) =>
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
