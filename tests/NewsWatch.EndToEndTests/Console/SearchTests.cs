using Microsoft.Playwright;
using NewsWatch.Testing;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace NewsWatch.EndToEndTests.Console;

[Collection(ConsoleTests.Name)]
public sealed class SearchTests(ConsoleSite site)
{
    [Fact]
    public async Task A_query_is_explained_while_it_is_typed_and_found_by_Enter()
    {
        var page = await site.OpenAsync("/search");
        await Expect(page.GetByLabel("Query")).ToHaveAttributeAsync("placeholder", "\"lethal aid\" OR sanction* NEAR/8 tanker");
        await page.Keyboard.PressAsync("/");
        await Expect(page.GetByLabel("Query")).ToBeFocusedAsync();

        await page.Keyboard.TypeAsync("herring AND (");
        await Expect(page.Locator(".query-wrong")).ToHaveAttributeAsync("data-column", "14");
        await Expect(page.GetByLabel("Query")).ToHaveAttributeAsync("aria-invalid", "true");
        for (var i = 0; i < " AND (".Length; i++) await page.Keyboard.PressAsync("Backspace");
        await Expect(page.Locator(".query-right")).ToContainTextAsync("herring");

        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".results li")).ToHaveCountAsync(1);
        await Expect(page.Locator(".results mark")).ToHaveTextAsync("herring");
        await Expect(page.Locator(".day-chart svg")).ToHaveAttributeAsync("aria-label", new System.Text.RegularExpressions.Regex("1 in all"));
    }

    [Fact]
    public async Task Filters_work_without_scripts_and_an_error_is_shown_at_its_column()
    {
        var page = await site.OpenAsync("/search?q=sanctions&source=northern+wire", scripts: false);
        await Expect(page.Locator(".results li")).ToHaveCountAsync(1);

        await page.GetByLabel("Query").FillAsync("\"open phrase");
        await page.GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();
        await Expect(page.Locator(".query-wrong")).ToContainTextAsync("\"open phrase");
        await Expect(page.Locator(".field-error")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Pages_follow_each_other_without_a_gap_or_a_repeat()
    {
        var batch = Guid.NewGuid().ToString("N");
        await site.Api.PushAsync(Enumerable.Range(0, 45).Select(i => new { title = $"Number {i} of {batch}", body = "Text." }).ToArray());
        await Eventually.GetAsync(() => site.Api.CountAsync(batch), count => count == 45, "the pushed articles");
        var page = await site.OpenAsync($"/search?q={batch}");
        var titles = new List<string>(await page.Locator(".result-title").AllTextContentsAsync());
        while (await page.GetByRole(AriaRole.Link, new() { Name = "Next page" }).CountAsync() > 0)
        {
            await page.GetByRole(AriaRole.Link, new() { Name = "Next page" }).ClickAsync();
            titles.AddRange(await page.Locator(".result-title").AllTextContentsAsync());
        }

        Assert.Equal((45, 45), (titles.Count, titles.Distinct().Count()));
    }

    [Fact]
    public async Task A_search_becomes_a_watch_with_its_filters()
    {
        var page = await site.OpenAsync("/search?q=sanctions&source=northern+wire&lang=en");
        await page.GetByRole(AriaRole.Link, new() { Name = "Make this a watch" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Textbox, new() { Name = "Query" })).ToHaveValueAsync("(sanctions) AND source:\"northern wire\" AND lang:en");
        await Expect(page.Locator("#preview")).ToContainTextAsync("1 article");
    }
}
