using System.Net;
using System.Text.Json;
using NewsWatch.Cli.Api;
using NewsWatch.Cli.Push;
using NewsWatch.Ingestion.Opml;

namespace NewsWatch.Cli.Run;

/// <summary>Loads the watches, feeds and articles that come with NewsWatch into a new data folder, through the API like anyone else.</summary>
internal sealed class Seeding(ApiClient api, string seeds, string data)
{
    private readonly string _marker = Path.Combine(data, "seeded");

    public static string ShippedFolder => Path.Combine(AppContext.BaseDirectory, "seeds");

    /// <summary>Does nothing where it was done before: what a user has removed stays removed.</summary>
    public async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        if (File.Exists(_marker) || !Directory.Exists(seeds)) return;
        var watches = await LoadWatchesAsync(cancellationToken);
        await LoadFeedsAsync(cancellationToken);
        await WaitUntilWatchedAsync(watches, cancellationToken);
        await LoadArticlesAsync(cancellationToken);
        await File.WriteAllTextAsync(_marker, "", cancellationToken);
    }

    private async Task<int> LoadWatchesAsync(CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(Path.Combine(seeds, "watches.json"));
        using var watches = await JsonDocument.ParseAsync(file, cancellationToken: cancellationToken);
        foreach (var watch in watches.RootElement.EnumerateArray())
            await api.PostAsync("api/watches", ApiClient.Json(watch), cancellationToken, alsoFine: HttpStatusCode.Conflict);
        return watches.RootElement.GetArrayLength();
    }

    private async Task LoadFeedsAsync(CancellationToken cancellationToken)
    {
        var opml = OpmlReader.Read(await File.ReadAllBytesAsync(Path.Combine(seeds, "feeds.opml"), cancellationToken));
        foreach (var feed in opml.Feeds) await api.PostAsync("api/feeds", ApiClient.Json(feed), cancellationToken, alsoFine: HttpStatusCode.Conflict);
    }

    /// <summary>An article that is matched before its watch is compiled would raise nothing.</summary>
    private async Task WaitUntilWatchedAsync(int watches, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (await CompiledAsync(patience.Token) is { } compiled && compiled < watches) await timer.WaitForNextTickAsync(patience.Token);
    }

    /// <summary>How many watches are compiled; <see langword="null"/> where the Watcher is another process and the count is not told here.</summary>
    private async Task<int?> CompiledAsync(CancellationToken cancellationToken)
    {
        var health = await api.GetAsync("health/ready", cancellationToken, alsoFine: HttpStatusCode.ServiceUnavailable);
        var check = health.GetProperty("checks").EnumerateArray().FirstOrDefault(c => c.GetProperty("name").GetString() == "watches");
        if (check.ValueKind == JsonValueKind.Undefined) return null;
        return check.TryGetProperty("numbers", out var numbers) ? numbers.GetProperty("watches").GetInt32() : 0;
    }

    private async Task LoadArticlesAsync(CancellationToken cancellationToken)
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(seeds, "articles")).Order(StringComparer.Ordinal))
            await FilePush.SendAsync(api, file, await File.ReadAllBytesAsync(file, cancellationToken), cancellationToken);
    }
}
