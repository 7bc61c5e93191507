using System.Text.Json;
using NewsWatch.Testing;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace NewsWatch.EndToEndTests.Console;

[Collection(ConsoleTests.Name)]
public sealed class HostileContentTests(ConsoleSite site)
{
    private const string Markup = "<img src=x onerror=alert(1)><script>alert(2)</script>\"'><b>";

    [Fact]
    public async Task Markup_in_an_article_is_shown_as_text()
    {
        var mark = "m" + Guid.NewGuid().ToString("N");
        var id = await PushAsync(new { title = $"{mark} {Markup}", summary = Markup, body = $"sanctions {Markup}", source = Markup, author = new[] { Markup }, tag = new[] { Markup } });
        foreach (var path in new[] { $"/articles/{id}", $"/search?q={mark}", "/" })
        {
            var page = await site.OpenAsync("about:blank");
            var complaints = page.Complaints();
            await page.GotoAsync(path);
            await Expect(page.Locator("main")).ToContainTextAsync("<script>alert(2)</script>");
            Assert.Empty(complaints);
            Assert.Equal(0, await page.Locator("main img, main b, main script").CountAsync());
            await page.CloseAsync();
        }
    }

    [Fact]
    public async Task A_long_word_and_a_turned_direction_break_no_layout()
    {
        var id = await PushAsync(new { title = new string('W', 1_900), body = $"sanctions {new string('ж', 10_000)}\n\n\u202Edesrever\u202C and \u2067פשוט", source = new string('S', 250) });
        foreach (var path in new[] { $"/articles/{id}", "/", "/search?q=sanctions" })
        {
            var page = await site.OpenAsync(path, width: 390);
            await page.FitsAsync(path);
            await page.CloseAsync();
        }
    }

    [Fact]
    public async Task A_link_that_runs_a_script_is_no_link()
    {
        var page = await site.OpenAsync($"/articles/{site.Revised}");
        var outside = page.Locator("a[href^='https://outlet.example']");
        await Expect(outside).ToHaveAttributeAsync("rel", "noopener noreferrer nofollow");
        Assert.Equal(0, await page.Locator("a:not([href^='/']):not([href^='#']):not([href^='http'])").CountAsync());
    }

    [Fact]
    public async Task Naughty_strings_are_shown_and_searched_without_a_complaint()
    {
        var path = SharedMaterial.Path("data", "sec-naughty-strings", "blns.json");
        Assert.SkipWhen(path is null, "There is no ../shared/data/sec-naughty-strings.");
        var strings = JsonSerializer.Deserialize<string[]>(await File.ReadAllBytesAsync(path!, TestContext.Current.CancellationToken))!.Where(s => !string.IsNullOrWhiteSpace(s)).ToList();
        await site.Api.PushAsync(strings.Select((s, i) => new { title = $"naughty {i}: {s}", body = s, source = s.Length < 200 ? s : "long" }).ToArray());
        await Eventually.GetAsync(() => site.Api.CountAsync("title:naughty"), count => count >= strings.Count - 5, "the strings in the archive");

        var page = await site.OpenAsync("about:blank", width: 390);
        var complaints = page.Complaints();
        var seen = 0;
        for (var next = "/search?q=title:naughty"; next is not null;)
        {
            await page.GotoAsync(next);
            await page.FitsAsync(next);
            seen += await page.Locator(".results li").CountAsync();
            next = await page.Locator("a[rel=next]").CountAsync() > 0 ? await page.Locator("a[rel=next]").GetAttributeAsync("href") : null;
        }

        Assert.InRange(seen, strings.Count - 5, strings.Count);
        Assert.Empty(complaints);
        foreach (var text in strings.Take(60))
        {
            // As a query it is either read or refused with the place, never a failure.
            var response = await page.GotoAsync($"/search?q={Uri.EscapeDataString(text)}");
            Assert.True(response!.Status is 200 or 400, $"{response.Status} for {text}");
        }
    }

    private async Task<string> PushAsync(object article)
    {
        var answer = await site.Api.PushAsync(article);
        var id = answer.Json.GetProperty("articles")[0].GetProperty("id").GetString()!;
        await Eventually.IsTrueAsync(async () => (await site.Api.GetAsync($"api/articles/{id}")).Status == System.Net.HttpStatusCode.OK, "the article in the archive");
        return id;
    }
}
