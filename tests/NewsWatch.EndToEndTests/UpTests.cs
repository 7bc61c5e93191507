using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;
using NewsWatch.Cli.Service;
using NewsWatch.Testing;
using Xunit;

namespace NewsWatch.EndToEndTests;

/// <summary><c>up</c>, <c>status</c> and <c>down</c> as an operator types them.</summary>
public sealed class UpTests : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("newswatch-up-").FullName;

    public void Dispose() => Directory.Delete(_data, recursive: true);

    [Fact]
    public async Task Up_starts_everything_its_trace_viewer_shows_an_article_and_down_stops_it()
    {
        Assert.SkipWhen(RabbitMqServer.Problem is not null, RabbitMqServer.Problem ?? "");
        Assert.SkipUnless(Browser.IsInstalled, Browser.Absent);
        var port = FreePorts.Take(1)[0];
        try
        {
            Assert.Equal(0, (await RunAsync("up", "--data", _data, "--no-seeds", "--port-base", port.ToString(CultureInfo.InvariantCulture))).ExitCode);
            var parts = await StatusAsync();
            Assert.All(parts, part => Assert.Equal("ready", part.GetProperty("state").GetString()));
            Assert.Contains($"{YoungGeneration.Variable}={Environment.GetEnvironmentVariable(YoungGeneration.Variable) ?? YoungGeneration.Bytes}", EnvironmentOf(parts.Single(p => p.GetProperty("name").GetString() == "ingestion")));

            Assert.Equal(ProcessStat.Idle, ProcessStat.Field($"/proc/{PidOf(parts, "indexer")}/stat", ProcessStat.Policy));
            // One that gives way does so inside its session.
            Assert.Single(parts.Select(part => ProcessStat.Field($"/proc/{part.GetProperty("pid").GetInt32()}/stat", ProcessStat.Session)).Distinct());

            using var api = new NewsWatchApi(new Uri($"http://127.0.0.1:{port}"));
            await api.AddWatchAsync("sanctions", "sanctions", "sanctions");
            await Eventually.IsTrueAsync(async () => await RaisesAsync(api), "an alert");
            await LookAtTraceAsync($"http://127.0.0.1:{port}/", parts.Single(p => p.GetProperty("name").GetString() == "traces").GetProperty("address").GetString()!);
        }
        finally
        {
            await RunAsync("down", "--data", _data);
        }

        Assert.DoesNotContain(await StatusAsync(), part => part.GetProperty("state").GetString() == "ready");
    }

    private static int PidOf(IEnumerable<JsonElement> parts, string name) => parts.Single(p => p.GetProperty("name").GetString() == name).GetProperty("pid").GetInt32();

    private static string[] EnvironmentOf(JsonElement part) => File.ReadAllText($"/proc/{part.GetProperty("pid").GetInt32()}/environ").Split('\0');

    /// <summary>A new article each time: the Watcher may still be reading the watch when the first one comes.</summary>
    private static async Task<bool> RaisesAsync(NewsWatchApi api)
    {
        await api.PushAsync(new { title = $"Article {Guid.NewGuid():N}", body = "Officials spoke of sanctions." });
        return (await api.AlertsAsync("sanctions")).Count > 0;
    }

    /// <summary>An alert's page leads to its trace, which names every process that the article went through.</summary>
    private static async Task LookAtTraceAsync(string console, string viewer)
    {
        await using var browser = await Browser.StartAsync();
        var page = await browser.OpenAsync();
        await page.GotoAsync(console);
        await page.Locator(".alert-title a").First.ClickAsync();
        await page.Locator($"aside a[href^='{viewer}/detail/']").ClickAsync();
        // Spans reach the viewer some seconds after they end, and it shows nothing of a trace that it does not know yet.
        await Eventually.IsTrueAsync(() => ShowsAsync(page, "alert raise"), "the trace in the viewer");
        foreach (var name in new[] { "newswatch-ingestion", "newswatch-indexer", "newswatch-watcher", "alert raise" })
            await Assertions.Expect(page.GetByText(name).First).ToBeVisibleAsync(new() { Timeout = 60_000 });
        if (Environment.GetEnvironmentVariable("NEWSWATCH_PICTURES") is { Length: > 0 } pictures) await page.ScreenshotAsync(new() { Path = Path.Combine(pictures, "trace.png") });
    }

    private static async Task<bool> ShowsAsync(IPage page, string text)
    {
        try
        {
            await page.GetByText(text).First.WaitForAsync(new() { Timeout = 15_000 });
            return true;
        }
        catch (TimeoutException)
        {
            await page.ReloadAsync();
            return false;
        }
    }

    private async Task<IReadOnlyList<JsonElement>> StatusAsync()
    {
        var (_, output) = await RunAsync("status", "--data", _data, "--json");
        using var json = JsonDocument.Parse(output);
        var root = json.RootElement.ValueKind == JsonValueKind.Array ? json.RootElement : json.RootElement.GetProperty("parts");
        return [.. root.EnumerateArray().Select(part => part.Clone())];
    }

    private static async Task<(int ExitCode, string Output)> RunAsync(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(NewsWatchProcess.Executable, arguments) { RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output);
    }
}
