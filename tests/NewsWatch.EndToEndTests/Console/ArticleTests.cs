using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace NewsWatch.EndToEndTests.Console;

[Collection(ConsoleTests.Name)]
public sealed class ArticleTests(ConsoleSite site)
{
    [Fact]
    public async Task Every_match_of_every_watch_is_marked_and_keys_lead_from_one_to_the_next()
    {
        var page = await site.OpenAsync("/?topic=arms.%23");
        await page.GetByRole(AriaRole.Link, new() { Name = "Minister speaks of aid" }).ClickAsync();

        await Expect(page.Locator(".story mark")).ToHaveTextAsync(["lethal aid", "sanctions"]);
        await Expect(page.Locator(".fired")).ToHaveCountAsync(2);
        await Expect(page.Locator(".fired.chosen")).ToContainTextAsync("lethal aid");
        await page.Keyboard.PressAsync("n");
        await Expect(page.Locator("mark.here")).ToHaveTextAsync("lethal aid");
        await page.GetByRole(AriaRole.Button, new() { Name = "Next match" }).ClickAsync();
        await Expect(page.Locator("mark.here")).ToHaveTextAsync("sanctions");
        await Expect(page.Locator("#match-at")).ToHaveTextAsync("2 of 2");
    }

    [Fact]
    public async Task Without_scripts_each_match_has_a_link()
    {
        var page = await site.OpenAsync("/?topic=arms.%23", scripts: false);
        await page.GetByRole(AriaRole.Link, new() { Name = "Minister speaks of aid" }).ClickAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Match 2" }).ClickAsync();
        Assert.EndsWith("#match-2", page.Url, StringComparison.Ordinal);
        await Expect(page.Locator("#match-2")).ToHaveTextAsync("sanctions");
    }

    [Fact]
    public async Task A_later_revision_shows_what_changed()
    {
        var page = await site.OpenAsync($"/articles/{site.Revised}");

        await Expect(page.Locator("ins").First).ToContainTextAsync("three");
        await Expect(page.Locator("del").First).ToContainTextAsync("twice");
        await page.GetByRole(AriaRole.Link, new() { Name = "1", Exact = true }).First.ClickAsync();
        await Expect(page.Locator(".story-body")).ToContainTextAsync("twice a day");
        await Expect(page.Locator(".story mark")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task An_article_that_is_not_there_is_a_page_that_says_so()
    {
        var page = await site.OpenAsync("/articles/AAAAAAAAAAAAAAAAAAAAAA");
        await Expect(page.Locator("h1")).ToHaveTextAsync("There is no such article.");
    }
}
