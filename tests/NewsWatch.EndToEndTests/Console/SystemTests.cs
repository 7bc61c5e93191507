using Microsoft.Playwright;
using NewsWatch.Testing;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace NewsWatch.EndToEndTests.Console;

[Collection(ConsoleTests.Name)]
public sealed class SystemTests(ConsoleSite site)
{
    [Fact]
    public async Task Every_part_says_how_it_is()
    {
        var page = await site.OpenAsync("/system", scripts: false);

        await Expect(page.GetByText("Everything runs").First).ToBeVisibleAsync();
        foreach (var part in new[] { "Archive", "Message bus", "Watcher" }) await Expect(page.Locator(".parts li", new() { HasText = part }).First).ToContainTextAsync("Ready");
        await Expect(page.Locator("table tbody tr")).ToHaveCountAsync(3);
    }

    [Fact]
    public async Task What_was_put_aside_is_shown_with_its_reason_and_given_back()
    {
        var errors = Directory.CreateDirectory(Path.Combine(site.Data, "errors")).FullName;
        await File.WriteAllTextAsync(Path.Combine(errors, "20261125T104203120-newswatch.indexer.articles-0a.json"), """
            {"endpoint": "newswatch.indexer.articles", "failed": "2026-11-25T10:42:03.120Z", "reason": "The archive refused it.", "message": {"articles": [{"article":
              {"id": "AAAAAAAAAAAAAAAAAAAAAB", "revision": 1, "title": "Given back", "summary": "", "body": "A stray text.", "author": [], "tag": [], "lang": "en",
               "seen": "2026-11-25T10:42:03.120Z", "revised": "2026-11-25T10:42:03.120Z", "hash": "BBBBBBBBBBBBBBBBBBBBBB"}}]}}
            """, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(errors, "20261125T104203121-newswatch.watcher.articles-0b.json"), "not JSON", TestContext.Current.CancellationToken);

        var page = await site.OpenAsync("/system#errors");
        await Expect(page.Locator(".failed li")).ToHaveCountAsync(2);
        await Expect(page.Locator(".failed li").First).ToContainTextAsync("The archive refused it.");
        await Expect(page.Locator(".failed li").First).ToContainTextAsync(new System.Text.RegularExpressions.Regex(@"\d:\d\d · \d+ bytes"));
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "See which and why" })).ToBeVisibleAsync();
        await page.Locator(".failed li", new() { HasText = "Given back" }).GetByRole(AriaRole.Button, new() { Name = "Give back" }).ClickAsync();
        await Expect(page.GetByText("1 given back")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Drop for good" }).ClickAsync();
        await Expect(page.GetByText("Nothing was put aside")).ToBeVisibleAsync();

        await Eventually.GetAsync(() => site.Api.CountAsync("stray"), count => count == 1, "the article that was given back");
        Assert.Empty(Directory.EnumerateFiles(errors));
    }
}
