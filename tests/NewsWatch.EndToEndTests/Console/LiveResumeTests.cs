using NewsWatch.Testing;
using NewsWatch.Testing.Installations;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace NewsWatch.EndToEndTests.Console;

public sealed class LiveResumeTests
{
    [Fact]
    public async Task After_the_server_was_killed_the_list_goes_on_without_a_gap_and_says_that_it_was_away()
    {
        Assert.SkipUnless(Browser.IsInstalled, Browser.Absent);
        await using var newswatch = new StandaloneInstallation();
        await newswatch.StartAsync();
        await newswatch.WatchAsync();
        await using var browser = await Browser.StartAsync();
        var page = await browser.OpenAsync(new() { BaseURL = newswatch.Address.OriginalString });
        page.SetDefaultTimeout(60_000);
        SetDefaultExpectTimeout(120_000);
        await page.GotoAsync("/");
        await Expect(page.GetByText("Listening")).ToBeVisibleAsync();
        await newswatch.Api.PushAsync(new { title = "Sanctions before", body = "One." });
        await Expect(page.Locator(".alert")).ToHaveCountAsync(1);
        await Eventually.GetAsync(() => newswatch.Api.AlertsAsync(), alerts => alerts.Count == 1, "the alert in the archive");

        await newswatch.KillAsync();
        await Expect(page.Locator("#live-words")).ToContainTextAsync("Connection lost");
        await newswatch.StartAsync();
        await newswatch.WatchAsync();
        foreach (var number in new[] { "one", "two", "three" }) await newswatch.Api.PushAsync(new { title = $"Sanctions meanwhile {number}", body = "More." });

        await Expect(page.Locator(".alert")).ToHaveCountAsync(4);
        await Expect(page.Locator(".away")).ToContainTextAsync("The connection was away");
        await Expect(page.GetByText("Listening")).ToBeVisibleAsync();
        var titles = await page.Locator(".alert-title").AllTextContentsAsync();
        Assert.Equal(["Sanctions before", "Sanctions meanwhile one", "Sanctions meanwhile three", "Sanctions meanwhile two"], titles.Order(StringComparer.Ordinal));
    }
}
