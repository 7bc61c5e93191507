using System.Net;
using System.Text.Json;
using NewsWatch.Cli.Api;
using NewsWatch.Cli.Output;
using NewsWatch.Cli.Push;
using NewsWatch.Formats.Opml;

namespace NewsWatch.Cli.Run;

/// <summary>Loads the watches, feeds and articles that come with NewsWatch into a new data folder, through the API like anyone else.</summary>
internal sealed class Seeding(ApiClient api, ApiClient watcher, string seeds, string data)
{
    private readonly string _marker = Path.Combine(data, "seeded");

    private static string ShippedFolder => Path.Combine(AppContext.BaseDirectory, "seeds");

    /// <summary>Seeds are an offer: what goes wrong with them must not take the system down.</summary>
    public static async Task OfferAsync(string gateway, string watcher, string data, CancellationToken cancellationToken)
    {
        try
        {
            using var api = new ApiClient(gateway);
            using var watching = new ApiClient(watcher);
            await new Seeding(api, watching, ShippedFolder, data).RunOnceAsync(cancellationToken);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or Polly.ExecutionRejectedException or ApiException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            Terminal.Complain($"The seeds could not all be loaded and will be tried again at the next start: {e.Message}");
        }
    }

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
        while (await CompiledAsync(patience.Token) < watches) await timer.WaitForNextTickAsync(patience.Token);
    }

    private async Task<int> CompiledAsync(CancellationToken cancellationToken)
    {
        var health = await watcher.GetAsync("health/ready", cancellationToken, alsoFine: HttpStatusCode.ServiceUnavailable);
        var check = health.GetProperty("checks").EnumerateArray().First(c => c.GetProperty("name").GetString() == "watches");
        return check.TryGetProperty("numbers", out var numbers) ? numbers.GetProperty("watches").GetInt32() : 0;
    }

    private async Task LoadArticlesAsync(CancellationToken cancellationToken)
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(seeds, "articles")).Order(StringComparer.Ordinal))
            await FilePush.SendAsync(api, file, await File.ReadAllBytesAsync(file, cancellationToken), cancellationToken);
    }
}
