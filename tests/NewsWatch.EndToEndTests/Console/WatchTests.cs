using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace NewsWatch.EndToEndTests.Console;

[Collection(ConsoleTests.Name)]
public sealed class WatchTests(ConsoleSite site)
{
    [Fact]
    public async Task A_watch_is_made_by_keyboard_with_its_preview_beside_it_and_raises_alerts()
    {
        var page = await site.OpenAsync("/watches");
        await page.GetByRole(AriaRole.Link, new() { Name = "New watch" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Query" }).FocusAsync();
        await page.Keyboard.TypeAsync("kippers AND smoked");
        await Expect(page.Locator("#preview")).ToContainTextAsync("1 article");
        await Expect(page.Locator("#preview-spoken")).ToContainTextAsync("Finds 1 article");
        // Where scripts run, times are the reader's own, there as everywhere.
        await Expect(page.Locator("#preview time").First).Not.ToContainTextAsync("UTC");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("harbour.kippers");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("Kippers");
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.Locator("h1")).ToHaveTextAsync("Kippers");
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Saved");
        await Expect(page.Locator("#way-amqp")).ToContainTextAsync("alerts.harbour.kippers");
        await Expect(page.Locator("#way-sse")).ToContainTextAsync("/api/alerts/stream?topic=harbour.kippers");
        await site.WaitForWatchesAsync();
        await site.PushAsync("Second catch", "The kippers were smoked again.");
        await page.GetByRole(AriaRole.Link, new() { Name = "harbour.kippers" }).ClickAsync();
        await Expect(page.Locator(".alert")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task A_watch_that_its_own_example_speaks_against_is_not_saved_and_says_which_part_decided()
    {
        var page = await site.OpenAsync("/watches/new?query=sanctions&topic=examples");
        await page.GetByLabel("Must not match 1").FillAsync("Sanctions lifted\nAll sanctions are gone.");
        await Expect(page.Locator(".examples .red")).ToContainTextAsync("must not match and does");

        await page.GetByRole(AriaRole.Button, new() { Name = "Start watching" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Not saved.");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("because of sanctions");

        await page.GetByRole(AriaRole.Textbox, new() { Name = "Query" }).FillAsync("sanctions NOT \"sanctions lifted\"");
        await Expect(page.Locator(".examples .green")).ToHaveCountAsync(1);
        await page.GetByRole(AriaRole.Button, new() { Name = "Start watching" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Saved");
        await Expect(page.Locator(".examples .green")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Without_scripts_a_watch_is_made_paused_removed_and_brought_back()
    {
        var page = await site.OpenAsync("/watches/new", scripts: false);
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Query" }).FillAsync("walrus");
        await page.GetByLabel("Topic").FillAsync("zoo.walrus");
        await page.GetByRole(AriaRole.Button, new() { Name = "Preview" }).ClickAsync();
        await Expect(page.Locator("#preview")).ToContainTextAsync("0 articles");
        await page.GetByRole(AriaRole.Button, new() { Name = "Start watching" }).ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("walrus");

        await page.GetByRole(AriaRole.Button, new() { Name = "Pause" }).ClickAsync();
        await Expect(page.Locator(".page-head .state")).ToHaveTextAsync("Paused");
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("is removed");
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("is back");
        await page.GetByRole(AriaRole.Link, new() { Name = "walrus", Exact = true }).ClickAsync();
        await Expect(page.Locator(".page-head .state")).ToHaveTextAsync("Paused");
    }

    [Fact]
    public async Task Two_people_editing_do_not_overwrite_each_other()
    {
        await site.Api.AddWatchAsync("edited-twice", "first", "edited");
        var mine = await site.OpenAsync("/watches/edited-twice/edit");
        var theirs = await site.OpenAsync("/watches/edited-twice/edit");
        await theirs.GetByRole(AriaRole.Textbox, new() { Name = "Query" }).FillAsync("theirs");
        await theirs.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(theirs.GetByRole(AriaRole.Status)).ToContainTextAsync("Saved");

        await mine.GetByRole(AriaRole.Textbox, new() { Name = "Query" }).FillAsync("mine");
        await mine.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(mine.GetByRole(AriaRole.Alert)).ToContainTextAsync("somebody edited it");
        await Expect(mine.GetByRole(AriaRole.Textbox, new() { Name = "Query" })).ToHaveValueAsync("mine");
    }
}
