using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace NewsWatch.EndToEndTests.Console;

[Collection(ConsoleTests.Name)]
public sealed class FragmentTests(ConsoleSite site)
{
    [Fact]
    public async Task A_fragment_is_made_with_its_meaning_shown_and_explains_itself_in_a_watch_that_names_it()
    {
        var page = await site.OpenAsync("/watches");
        await page.GetByRole(AriaRole.Link, new() { Name = "Fragments" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "New fragment" }).ClickAsync();
        await page.GetByLabel("Name").FillAsync("seafood");
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Stands for" }).FillAsync("herring OR (");
        await Expect(page.Locator("#preview .field-error")).ToContainTextAsync("Column 13");
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Stands for" }).FillAsync("herring OR kippers");
        await Expect(page.Locator("#preview-spoken")).ToContainTextAsync("It can be read.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("@seafood is saved");

        await site.Api.AddWatchAsync("plate", "@seafood AND plate", "plate");
        await page.GotoAsync("/watches/plate");
        await Expect(page.Locator(".main-column")).ToContainTextAsync("@seafood (");
        await Expect(page.Locator(".main-column")).ToContainTextAsync("kippers");
        await page.GetByRole(AriaRole.Link, new() { Name = "@seafood", Exact = true }).ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("@seafood");
        await Expect(page.Locator("#preview .users")).ToContainTextAsync("plate");
    }

    [Fact]
    public async Task An_edit_that_would_break_a_watch_says_which_while_one_types_and_is_not_saved()
    {
        await AddAsync("boats", "ferry OR trawler");
        await site.Api.AddWatchAsync("near-boats", "@boats NEAR/4 storm", "boats");
        var page = await site.OpenAsync("/fragments/boats/edit");

        await page.GetByRole(AriaRole.Textbox, new() { Name = "Stands for" }).FillAsync("title:ferry");
        await Expect(page.Locator("#preview .field-error")).ToContainTextAsync("would be wrong");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("@boats NEAR/4 storm");
        await Expect(page.GetByRole(AriaRole.Textbox, new() { Name = "Stands for" })).ToHaveValueAsync("title:ferry");

        await page.GotoAsync("/fragments");
        var row = page.GetByRole(AriaRole.Row).Filter(new() { HasText = "@boats" });
        await Expect(row.GetByRole(AriaRole.Link, new() { Name = "@boats NEAR/4 storm" })).ToBeVisibleAsync();
        await Expect(row.GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Without_scripts_a_fragment_is_made_edited_removed_and_brought_back()
    {
        var page = await site.OpenAsync("/fragments/new", scripts: false);
        await page.GetByLabel("Name").FillAsync("@Whales");
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Stands for" }).FillAsync("narwhal");
        await page.GetByRole(AriaRole.Button, new() { Name = "Preview" }).ClickAsync();
        await Expect(page.Locator("#preview")).ToContainTextAsync("narwhal");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "@whales", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Stands for" }).FillAsync("narwhal OR beluga");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("version 2");

        await page.GetByRole(AriaRole.Button, new() { Name = "Remove @whales" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("@whales is removed");
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("@whales is back");
        await Expect(page.GetByRole(AriaRole.Row).Filter(new() { HasText = "@whales" })).ToContainTextAsync("beluga");
    }

    private async Task AddAsync(string name, string query)
    {
        using var body = new StringContent($$"""{"name": "{{name}}", "query": "{{query}}"}""", new System.Net.Http.Headers.MediaTypeHeaderValue("application/json"));
        using var answer = await site.Api.Http.PostAsync("api/fragments", body, TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
    }
}
