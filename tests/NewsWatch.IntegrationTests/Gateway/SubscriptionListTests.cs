using System.Net;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Xunit;

namespace NewsWatch.IntegrationTests.Gateway;

public sealed class SubscriptionListTests(RunningStandalone system) : IClassFixture<RunningStandalone>
{
    private const string List = """
        <opml version="2.0"><head><title>Mine</title></head><body>
        <outline text="World"><outline text="Asia">
        <outline type="rss" text="One &amp; only" xmlUrl="http://127.0.0.1:1/one.xml" htmlUrl="https://one.example/" category="politics,trade"/>
        </outline></outline>
        <outline type="rss" text="Broken" xmlUrl="no address at all"/>
        <outline type="rss" text="Two" xmlUrl="http://127.0.0.1:1/two.xml">
        <outline type="include" text="More" url="https://lists.example/more.opml"/>
        </body></opml>
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_list_goes_in_as_far_as_it_goes_and_comes_out_with_its_folders()
    {
        var first = await ImportAsync(new StringContent(List, Encoding.UTF8, "text/x-opml"));
        Assert.Equal((2, 0), (first.GetProperty("imported").GetInt32(), first.GetProperty("present").GetInt32()));
        var skipped = first.GetProperty("skipped").EnumerateArray().ToDictionary(s => s.GetProperty("message").GetString()!, s => s.GetProperty("line").GetInt32());
        Assert.Equal(5, skipped.Single(s => s.Key.Contains("no address at all", StringComparison.Ordinal)).Value);
        Assert.Equal(7, skipped.Single(s => s.Key.Contains("more.opml", StringComparison.Ordinal)).Value);

        using var form = new MultipartFormDataContent { { new ByteArrayContent(Encoding.UTF8.GetBytes(List)), "file", "mine.opml" } };
        var again = await ImportAsync(form);
        Assert.Equal((0, 2), (again.GetProperty("imported").GetInt32(), again.GetProperty("present").GetInt32()));

        using var exported = await system.Api.Http.GetAsync("api/feeds.opml", Token);
        Assert.Equal(("text/x-opml", "newswatch-feeds.opml"), (exported.Content.Headers.ContentType!.MediaType, exported.Content.Headers.ContentDisposition!.FileName));
        var outlines = XDocument.Parse(await exported.Content.ReadAsStringAsync(Token)).Descendants("outline").ToList();
        var one = outlines.Single(o => (string?)o.Attribute("xmlUrl") == "http://127.0.0.1:1/one.xml");
        Assert.Equal(("One & only", "https://one.example/", "politics,trade"), ((string?)one.Attribute("title"), (string?)one.Attribute("htmlUrl"), (string?)one.Attribute("category")));
        Assert.Equal(["Asia", "World"], one.Ancestors("outline").Select(a => (string?)a.Attribute("text")));
    }

    [Fact]
    public async Task A_page_of_another_site_adds_nothing()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/feeds.opml") { Content = new StringContent(List) };
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        using var answer = await system.Api.Http.SendAsync(request, Token);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task What_is_no_list_is_refused()
    {
        using var content = new StringContent("<html><p>Not found</p></html>", Encoding.UTF8, "text/html");
        using var answer = await system.Api.Http.PostAsync("api/feeds.opml", content, Token);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("no OPML list", await answer.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    private async Task<JsonElement> ImportAsync(HttpContent content)
    {
        using var answer = await system.Api.Http.PostAsync("api/feeds.opml", content, Token);
        answer.EnsureSuccessStatusCode();
        return JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync(Token)).RootElement;
    }
}
