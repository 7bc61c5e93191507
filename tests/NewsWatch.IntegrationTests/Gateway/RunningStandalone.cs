using Microsoft.AspNetCore.Builder;
using NewsWatch.Standalone;
using NewsWatch.Testing;
using Xunit;

namespace NewsWatch.IntegrationTests.Gateway;

/// <summary>Everything in this process, on a free port and a folder of its own; a class of tests shares one.</summary>
public sealed class RunningStandalone : IAsyncLifetime
{
    private WebApplication? _app;

    /// <summary>The data folder.</summary>
    public string Data { get; } = Directory.CreateTempSubdirectory("newswatch-standalone-").FullName;

    /// <summary>The API.</summary>
    public NewsWatchApi Api { get; private set; } = null!;

    /// <summary>Services of the running process.</summary>
    public IServiceProvider Services => _app!.Services;

    /// <summary>Starts it.</summary>
    public async ValueTask InitializeAsync()
    {
        _app = StandaloneHost.Create(["--urls", "http://127.0.0.1:0", "--NewsWatch:Data", Data, "--NewsWatch:Ingestion:AllowedPrivateHosts:0", "127.0.0.1", "--NewsWatch:Ingestion:Feeds:Tick", "00:00:00.1"]);
        await _app.StartAsync();
        Api = new NewsWatchApi(new Uri(_app.Urls.First()));
        await Eventually.IsTrueAsync(async () => (await Api.GetAsync("health/ready")).Status == System.Net.HttpStatusCode.OK, "the process to be ready");
    }

    /// <summary>Stops and starts it on the same data, as an operator would.</summary>
    public async Task RestartAsync()
    {
        await StopAsync();
        await InitializeAsync();
    }

    /// <summary>Waits until the Watcher has compiled the watches that the store holds.</summary>
    public async Task WaitForWatchesAsync()
    {
        var stored = (await Api.GetAsync("api/watches")).Json.EnumerateArray().Count(w => w.GetProperty("enabled").GetBoolean());
        await Eventually.GetAsync(CompiledAsync, compiled => compiled == stored, $"{stored} compiled watches");
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(Data, recursive: true);
    }

    private async Task<int> CompiledAsync()
    {
        var checks = (await Api.GetAsync("health/ready")).Json.GetProperty("checks").EnumerateArray();
        return checks.Single(c => c.GetProperty("name").GetString() == "watches").TryGetProperty("numbers", out var numbers) ? numbers.EnumerateObject().First().Value.GetInt32() : -1;
    }

    private async Task StopAsync()
    {
        Api.Dispose();
        await _app!.StopAsync();
        await _app.DisposeAsync();
    }
}
