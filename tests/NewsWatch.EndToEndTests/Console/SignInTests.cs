using Microsoft.Playwright;
using NewsWatch.Testing.Installations;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace NewsWatch.EndToEndTests.Console;

public sealed class SignInTests
{
    [Fact]
    public async Task Where_a_key_is_asked_for_a_person_shows_it_once()
    {
        Assert.SkipUnless(Browser.IsInstalled, Browser.Absent);
        await using var newswatch = new StandaloneInstallation(new Dictionary<string, string> { ["NewsWatch__ApiKey"] = "open-sesame" });
        await newswatch.StartAsync();
        await using var browser = await Browser.StartAsync();
        var page = await browser.OpenAsync(new() { BaseURL = newswatch.Address.OriginalString });
        page.SetDefaultTimeout(60_000);

        await page.GotoAsync("/watches?removed=x");
        await Expect(page.Locator("h1")).ToHaveTextAsync("Sign in");
        await page.GetByLabel("API key").FillAsync("wrong");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#wrong")).ToBeVisibleAsync();
        await page.GetByLabel("API key").FillAsync("open-sesame");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("h1")).ToHaveTextAsync("Watches");
        Assert.EndsWith("/watches?removed=x", page.Url, StringComparison.Ordinal);

        var cookie = Assert.Single(await page.Context.CookiesAsync(), c => c.Name == "newswatch-session");
        Assert.Equal((true, SameSiteAttribute.Strict), (cookie.HttpOnly, cookie.SameSite));
        Assert.DoesNotContain("open-sesame", cookie.Value, StringComparison.Ordinal);
        await page.GotoAsync("/");
        await Expect(page.GetByText("Listening")).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await page.GotoAsync("/");
        await Expect(page.Locator("h1")).ToHaveTextAsync("Sign in");
    }
}
