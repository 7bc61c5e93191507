using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace NewsWatch.EndToEndTests.Console;

[Collection(ConsoleTests.Name)]
public sealed class FeedTests(ConsoleSite site)
{
    [Fact]
    public async Task A_feed_is_added_read_paused_removed_and_brought_back()
    {
        var page = await site.OpenAsync("/feeds");
        await page.GetByLabel("Add a feed").FillAsync("https://feed.invalid/news.xml");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("is added");

        await page.GetByRole(AriaRole.Link, new() { Name = "https://feed.invalid/news.xml" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Pause" }).ClickAsync();
        await Expect(page.Locator(".page-head .state")).ToHaveTextAsync("Paused");
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("is removed");
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("https://feed.invalid/news.xml");
        await Expect(page.Locator(".page-head .state")).ToHaveTextAsync("Paused");
    }

    [Fact]
    public async Task A_feed_that_is_there_already_is_not_added_twice_and_its_failure_is_said_in_words()
    {
        await site.Api.Http.PostAsync("api/feeds", new StringContent("""{"url": "https://twice.invalid/feed"}""", System.Text.Encoding.UTF8, "application/json"), TestContext.Current.CancellationToken);
        var page = await site.OpenAsync("/feeds", scripts: false);
        await page.GetByLabel("Add a feed").FillAsync("https://twice.invalid/feed");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add" }).ClickAsync();
        await Expect(page.Locator("#url-problem")).ToContainTextAsync("in the list already");

        await NewsWatch.Testing.Eventually.IsTrueAsync(
            async () =>
            {
                await page.GotoAsync("/feeds");
                return await page.GetByText("is a name of the local network").CountAsync() > 0;
            },
            "the feed's failure in the list");
    }
}
