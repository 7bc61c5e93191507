using System.Net.Http.Json;
using Microsoft.Playwright;
using NewsWatch.Testing;
using NewsWatch.Testing.Installations;
using Xunit;

namespace NewsWatch.EndToEndTests.Console;

/// <summary>A running NewsWatch with a few articles, and a browser to look at it. All tests of the console share it.</summary>
public sealed class ConsoleSite : IAsyncLifetime
{
    private readonly StandaloneInstallation _newswatch = new();
    private Browser? _browser;

    internal NewsWatchApi Api => _newswatch.Api;

    internal string Data => _newswatch.DataFolder;

    /// <summary>Id of an article with two revisions and an alert in each.</summary>
    internal string Revised { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        if (!Browser.IsInstalled) return;
        await _newswatch.StartAsync();
        await _newswatch.WatchAsync();
        using (var fragment = await Api.Http.PostAsJsonAsync("api/fragments", new { name = "ports", query = "harbour OR quay" })) fragment.EnsureSuccessStatusCode();
        await Api.PushAsync(new object[]
        {
            new { title = "Parliament votes on sanctions", body = "The house met at noon.\n\nIt agreed that the sanctions stay until spring. New sanctions may follow.", source = "Northern Wire", lang = "en" },
            new { title = "Minister speaks of aid", summary = "A speech in the harbour.", body = "He said that lethal aid was not on the table. Nobody asked about sanctions.", source = "Oss Evening Post", lang = "en" },
            new { title = "Fishing fleets return", body = "The herring was plentiful this year. Kippers were smoked.", source = "Harbour Gazette", lang = "en" },
        });
        Revised = await PushAsync("Ferry line opens", "The ferry sails twice a day.", "https://outlet.example/ferry");
        await Eventually.GetAsync(() => Api.CountAsync(), count => count == 4, "the articles in the archive");
        await PushAsync("Ferry line opens", "The ferry sails three times a day. The sanctions do not touch it.", "https://outlet.example/ferry");
        await Eventually.GetAsync(() => Api.AlertsAsync(), alerts => alerts.Count == 4, "the alerts of the articles");
        _browser = await Browser.StartAsync();
    }

    /// <summary>Opens a page of the console in a browser that has never been here.</summary>
    internal async Task<IPage> OpenAsync(string path, bool scripts = true, ColorScheme scheme = ColorScheme.Light, int width = 1280)
    {
        Assert.SkipUnless(Browser.IsInstalled, Browser.Absent);
        var page = await _browser!.OpenAsync(new()
        {
            BaseURL = _newswatch.Address.OriginalString,
            JavaScriptEnabled = scripts,
            ColorScheme = scheme,
            ViewportSize = new() { Width = width, Height = 900 },
        });
        page.SetDefaultTimeout(60_000);
        Assertions.SetDefaultExpectTimeout(60_000);
        await page.GotoAsync(path);
        return page;
    }

    internal async Task<string> PushAsync(string title, string body, string? url = null)
    {
        var answer = await Api.PushAsync(new { title, body, url, source = "Harbour Gazette", lang = "en" });
        return answer.Json.GetProperty("articles")[0].GetProperty("id").GetString()!;
    }

    /// <summary>Waits until the Watcher has compiled every enabled watch.</summary>
    internal async Task WaitForWatchesAsync()
    {
        var enabled = (await Api.GetAsync("api/watches")).Json.EnumerateArray().Count(w => w.GetProperty("enabled").GetBoolean());
        await Eventually.IsTrueAsync(async () => (await Api.GetAsync("health/ready")).Text.Contains($"\"watches\":{enabled}", StringComparison.Ordinal), $"{enabled} compiled watches");
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        await _newswatch.DisposeAsync();
    }
}

[CollectionDefinition(Name)]
public sealed class ConsoleTests : ICollectionFixture<ConsoleSite>
{
    public const string Name = "Console";
}
