using Microsoft.Playwright;
using Xunit;

namespace NewsWatch.EndToEndTests.Console;

[Collection(ConsoleTests.Name)]
public sealed class EveryPageTests(ConsoleSite site)
{
    /// <summary>Every page; those of one article or watch stand for all of them.</summary>
    public static TheoryData<string> Pages =>
        ["/", "/?topic=nothing.here", "/search", "/search?q=sanctions", "/search?q=%22open", "/articles/REVISED", "/watches", "/watches/sanctions", "/watches/new", "/watches/sanctions/edit", "/fragments", "/fragments/new", "/fragments/ports/edit", "/feeds", "/system", "/sign-in", "/nowhere"];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Is_accessible_and_fits_in_both_colour_schemes_on_desk_and_phone(string path)
    {
        path = path.Replace("REVISED", site.Revised, StringComparison.Ordinal);
        foreach (var (scheme, width) in new[] { (ColorScheme.Light, 1440), (ColorScheme.Dark, 390) })
        {
            var page = await site.OpenAsync(path, scheme: scheme, width: width);
            await page.FitsAsync($"{path} at {width}");
            await page.IsAccessibleAsync($"{path}, {scheme}");
            await page.CloseAsync();
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Allows_nothing_from_elsewhere_and_nothing_written_into_it(string path)
    {
        var page = await site.OpenAsync("about:blank");
        var complaints = page.Complaints();
        var response = await page.GotoAsync(path.Replace("REVISED", site.Revised, StringComparison.Ordinal));
        await page.WaitForLoadStateAsync(LoadState.Load);

        var policy = response!.Headers["content-security-policy"];
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("*", policy, StringComparison.Ordinal);
        // A page that says 400 or 404 is reported by the browser as such; that is no fault of the page.
        Assert.DoesNotContain(complaints, c => !c.Contains("the server responded with a status of 40", StringComparison.Ordinal));
        Assert.Equal(0, await page.Locator("style, [style], script:not([src])").CountAsync());
    }

    [Fact]
    public async Task The_first_page_is_small()
    {
        var page = await site.OpenAsync("about:blank");
        var bytes = 0L;
        page.Response += async (_, response) => Interlocked.Add(ref bytes, response.Url.Contains("/live/stream", StringComparison.Ordinal) ? 0 : (await response.BodyAsync()).Length);
        await page.GotoAsync("/");
        await page.GetByText("Listening").WaitForAsync();

        Assert.InRange(Interlocked.Read(ref bytes), 1_000, 100_000);
    }
}
