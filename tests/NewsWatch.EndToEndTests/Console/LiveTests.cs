using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace NewsWatch.EndToEndTests.Console;

[Collection(ConsoleTests.Name)]
public sealed class LiveTests(ConsoleSite site)
{
    [Fact]
    public async Task Alerts_can_be_read_without_scripts()
    {
        var page = await site.OpenAsync("/?topic=arms.%23", scripts: false);

        await Expect(page.Locator(".alert")).ToHaveCountAsync(1);
        await Expect(page.Locator(".alert mark")).ToHaveTextAsync("lethal aid");
        await Expect(page.Locator(".alert .source")).ToHaveTextAsync("Oss Evening Post");
        await page.GetByRole(AriaRole.Link, new() { Name = "Minister speaks of aid" }).ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("Minister speaks of aid");
    }

    [Fact]
    public async Task A_new_alert_comes_in_at_the_top_and_is_announced()
    {
        var page = await site.OpenAsync("/");
        await Expect(page.GetByText("Listening")).ToBeVisibleAsync();

        await site.PushAsync("Brand new sanctions", "They begin today.");

        await Expect(page.Locator(".alert").First).ToContainTextAsync("Brand new sanctions");
        await Expect(page.Locator("#announce")).ToContainTextAsync("Brand new sanctions");
    }

    [Fact]
    public async Task A_paused_list_stands_still_until_it_goes_on()
    {
        var page = await site.OpenAsync("/?watch=sanctions");
        await page.GetByRole(AriaRole.Button, new() { Name = "Pause" }).ClickAsync();
        var before = await page.Locator(".alert").First.TextContentAsync();

        await site.PushAsync("Sanctions while paused", "They begin today.");

        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Show 1 new alert" })).ToBeVisibleAsync();
        Assert.Equal(before, await page.Locator(".alert").First.TextContentAsync());
        await page.Keyboard.PressAsync("p");
        await Expect(page.Locator(".alert").First).ToContainTextAsync("Sanctions while paused");
    }

    [Fact]
    public async Task Keys_lead_through_the_list()
    {
        var page = await site.OpenAsync("/");
        await Expect(page.GetByText("Listening")).ToBeVisibleAsync();

        await page.Keyboard.PressAsync("?");
        await Expect(page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("Next in the list");
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("/");
        await Expect(page.GetByLabel("Topic")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("arms.#");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("topic=arms"));
        await Expect(page.Locator(".alert")).ToHaveCountAsync(1);

        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("k");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("h1")).ToHaveTextAsync("Minister speaks of aid");
    }

    [Fact]
    public async Task A_filter_that_cannot_be_read_says_why()
    {
        var page = await site.OpenAsync("/?topic=Not%20a%20topic");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("is not a topic pattern");
    }
}
