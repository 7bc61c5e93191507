using System.Net;
using NewsWatch.Testing;
using Xunit;

namespace NewsWatch.IntegrationTests.Gateway;

public sealed class ArticleApiTests(RunningStandalone system) : IClassFixture<RunningStandalone>
{
    [Fact]
    public async Task An_article_is_found_page_by_page_and_read_whole()
    {
        await system.Api.PushAsync(Enumerable.Range(0, 5).Select(i => new { title = $"paged {i}", body = "The lethal aid arrives.", source = "PAGES", author = new[] { "Ann" } }).ToArray());
        await Eventually.GetAsync(() => system.Api.CountAsync("source:pages"), count => count == 5, "five articles in the archive");

        var titles = new List<string>();
        string? after = "";
        do
        {
            var page = await system.Api.GetAsync($"api/articles?q=%22lethal+aid%22&source=pages&limit=2&sort=seen&after={Uri.EscapeDataString(after)}");
            Assert.Equal(5, page.Json.GetProperty("total").GetInt64());
            foreach (var item in page.Json.GetProperty("items").EnumerateArray())
            {
                Assert.False(item.TryGetProperty("body", out _));
                var highlight = item.GetProperty("highlights")[0];
                var span = highlight.GetProperty("spans")[0];
                Assert.Equal("lethal aid", highlight.GetProperty("text").GetString()!.Substring(span[0].GetInt32(), span[1].GetInt32()));
                titles.Add(item.GetProperty("title").GetString()!);
            }

            after = page.Json.TryGetProperty("next", out var next) ? next.GetString() : null;
        }
        while (after is not null);

        Assert.Equal(["paged 0", "paged 1", "paged 2", "paged 3", "paged 4"], titles.Order(StringComparer.Ordinal));
        var found = await system.Api.GetAsync("api/articles?q=title:%22paged+3%22");
        var whole = await system.Api.GetAsync($"api/articles/{found.Json.GetProperty("items")[0].GetProperty("id").GetString()}");
        Assert.Equal(("The lethal aid arrives.", "Ann", 1), (whole.Json.GetProperty("body").GetString(), whole.Json.GetProperty("author")[0].GetString(), whole.Json.GetProperty("revision").GetInt32()));
    }

    [Theory]
    [InlineData("api/articles?q=%22open", "")]
    [InlineData("api/articles?sort=age", "'sort' is seen, published or relevance, not 'age'")]
    [InlineData("api/articles?limit=1001", "'limit' is 0 to 1000, not 1001")]
    [InlineData("api/articles?limit=-1", "'limit' is 0 to 1000, not -1")]
    [InlineData("api/articles?limit=many", "'limit' must be a whole number, not 'many'")]
    [InlineData("api/articles?from=tomorrow", "'from' must be a day such as")]
    [InlineData("api/articles?after=nonsense", "'nonsense' is not a cursor")]
    [InlineData("api/alerts?limit=0", "'limit' is 1 to 1000, not 0")]
    [InlineData("api/alerts?limit=many", "'limit' must be a whole number, not 'many'")]
    [InlineData("api/alerts?topic=Big", "'Big' is not a topic pattern")]
    [InlineData("api/alerts?after=nonsense", "'nonsense' is not a cursor")]
    [InlineData("api/alerts/stream?topic=a..b", "'a..b' is not a topic pattern")]
    [InlineData("alerts.atom?topic=%23%23", "'##' is not a topic pattern")]
    public async Task What_cannot_be_understood_is_refused_by_name(string path, string expected)
    {
        var answer = await system.Api.GetAsync(path);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains(expected, answer.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("api/articles/short", "is no article id")]
    [InlineData("api/articles/AAAAAAAAAAAAAAAAAAAAAA", "There is no article")]
    [InlineData("api/articles/AAAAAAAAAAAAAAAAAAAAAA?revision=2", "There is no revision 2")]
    [InlineData("api/watches/nothing", "There is no watch 'nothing'")]
    [InlineData("api/feeds/nothing", "There is no feed 'nothing'")]
    [InlineData("api/alerts/nothing", "There is no alert 'nothing'")]
    public async Task What_is_not_there_is_said_so(string path, string expected)
    {
        var answer = await system.Api.GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Contains(expected, answer.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_does_not_exist_is_a_problem_too() =>
        Assert.Equal(404, (await system.Api.GetAsync("api/nothing")).Json.GetProperty("status").GetInt32());
}
