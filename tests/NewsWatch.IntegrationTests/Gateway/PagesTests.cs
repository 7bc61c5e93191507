using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Xunit;

namespace NewsWatch.IntegrationTests.Gateway;

public sealed partial class PagesTests(RunningStandalone system) : IClassFixture<RunningStandalone>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_description_is_openapi_31_and_names_every_promised_call()
    {
        var document = (await system.Api.GetAsync("openapi/v1.json")).Json;

        Assert.StartsWith("3.1.", document.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        var calls = document.GetProperty("paths").EnumerateObject().SelectMany(p => p.Value.EnumerateObject().Select(m => $"{m.Name.ToUpperInvariant()} {p.Name}")).ToHashSet();
        string[] promised =
        [
            "POST /api/articles", "GET /api/articles", "GET /api/articles/{id}", "GET /api/watches", "POST /api/watches", "GET /api/watches/{id}", "PUT /api/watches/{id}",
            "DELETE /api/watches/{id}", "POST /api/watches/preview", "GET /api/fragments", "POST /api/fragments", "GET /api/fragments/{name}", "PUT /api/fragments/{name}", "DELETE /api/fragments/{name}",
            "GET /api/alerts", "GET /api/alerts/stream", "GET /alerts.atom", "GET /api/feeds", "POST /api/feeds",
            "GET /api/feeds/{id}", "PUT /api/feeds/{id}", "DELETE /api/feeds/{id}", "POST /api/feeds/{id}/refresh",
            "POST /api/query/check", "GET /api/system", "GET /api/errors", "POST /api/errors/{queue}/replay", "POST /api/errors/{queue}/{id}/replay", "DELETE /api/errors/{queue}/{id}",
        ];
        Assert.Empty(promised.Except(calls));
    }

    [Fact]
    public async Task Every_operation_is_named_once_and_says_what_it_does_and_every_reference_leads_somewhere()
    {
        var document = (await system.Api.GetAsync("openapi/v1.json")).Json;
        var operations = document.GetProperty("paths").EnumerateObject().SelectMany(p => p.Value.EnumerateObject()).Select(m => m.Value).ToList();

        Assert.Equal(operations.Count, operations.Select(o => o.GetProperty("operationId").GetString()).Distinct().Count());
        Assert.All(operations, o => Assert.NotEmpty(o.GetProperty("summary").GetString()!));
        var parameters = operations.SelectMany(o => o.TryGetProperty("parameters", out var all) ? all.EnumerateArray() : default).ToList();
        Assert.All(parameters.Where(p => p.GetProperty("in").GetString() == "query").Select(p => p.GetProperty("name").GetString()!), name => Assert.False(char.IsAsciiLetterUpper(name[0]), name));
        Assert.All(References(document), reference => Assert.True(Resolves(document, reference), reference));
    }

    [Fact]
    public async Task Every_operation_describes_what_it_refuses()
    {
        var document = (await system.Api.GetAsync("openapi/v1.json")).Json;
        var operations = document.GetProperty("paths").EnumerateObject().SelectMany(p => p.Value.EnumerateObject().Select(m => (Name: $"{m.Name} {p.Name}", Operation: m.Value))).ToList();

        Assert.All(operations, o => Assert.True(o.Operation.GetProperty("responses").TryGetProperty("503", out _), o.Name));
        var written = operations.Where(o => o.Operation.TryGetProperty("requestBody", out _)).ToList();
        Assert.NotEmpty(written);
        Assert.All(written, o => Assert.True(o.Operation.GetProperty("responses").TryGetProperty("400", out _) && o.Operation.GetProperty("responses").TryGetProperty("415", out _), o.Name));
        var problem = document.GetProperty("components").GetProperty("schemas").GetProperty("ProblemDetails");
        Assert.False(problem.TryGetProperty("additionalProperties", out var more) && more.ValueKind == JsonValueKind.False);
    }

    [Theory]
    [InlineData("POST", "api/watches", "application/x-www-form-urlencoded", 415, "'application/x-www-form-urlencoded': send JSON with the header 'Content-Type: application/json'")]
    [InlineData("POST", "api/articles", "text/html", 415, "'text/html': send JSON with the header 'Content-Type: application/json'")]
    [InlineData("POST", "api/watches", "", 415, "does not say what it is: send JSON")]
    [InlineData("PATCH", "api/watches", "application/json", 405, "'PATCH' cannot be asked of '/api/watches'")]
    [InlineData("GET", "api/nothing", "application/json", 404, "There is nothing at '/api/nothing'.")]
    public async Task What_no_endpoint_takes_is_refused_with_the_reason(string method, string path, string contentType, int status, string reason)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = new ByteArrayContent("{}"u8.ToArray()) };
        if (contentType.Length > 0) request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        using var response = await system.Api.Http.SendAsync(request, Token);

        Assert.Equal(status, (int)response.StatusCode);
        using var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Token));
        Assert.Contains(reason, problem.RootElement.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_api_page_needs_nothing_from_elsewhere()
    {
        using var response = await system.Api.Http.GetAsync("scalar", Token);
        var html = await response.Content.ReadAsStringAsync(Token);

        Assert.Equal((HttpStatusCode.OK, "text/html"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        Assert.Empty(Elsewhere().Matches(html).Select(m => m.Value));
        foreach (var script in Scripts().Matches(html).Select(m => m.Groups[1].Value))
        {
            using var loaded = await system.Api.Http.GetAsync(new Uri(response.RequestMessage!.RequestUri!, script), Token);
            Assert.Equal(HttpStatusCode.OK, loaded.StatusCode);
        }
    }

    [Theory]
    [InlineData("search?to=0001-01-01", 200)]
    [InlineData("search?from=0001-01-01&to=0001-01-02", 200)]
    [InlineData("api/articles?source=%00", 400)]
    [InlineData("api/articles/counts?lang=%00", 400)]
    [InlineData("api/alerts?watch=&article=&topic=%23", 200)]
    public async Task What_a_form_sends_half_filled_is_no_fault_of_the_server(string address, int status)
    {
        using var response = await system.Api.Http.GetAsync(address, Token);
        Assert.Equal(status, (int)response.StatusCode);
    }

    [Fact]
    public async Task Very_many_watches_are_shown_a_page_at_a_time_and_found_by_name_topic_or_query()
    {
        for (var i = 0; i < 101; i++)
        {
            using var made = await System.Net.Http.Json.HttpClientJsonExtensions.PostAsJsonAsync(
                system.Api.Http, "api/watches", new { name = $"Paged {i:000}", query = $"word{i} OR pelican", topic = i == 7 ? "paged.seventh" : "paged" }, Token);
            Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        }

        var first = await system.Api.Http.GetStringAsync("watches?find=pelican", Token);
        Assert.Equal(100, Rows().Count(first));
        Assert.Contains("1 to 100", first, StringComparison.Ordinal);
        var next = WebUtility.HtmlDecode(Next().Match(first).Groups[1].Value);
        var second = await system.Api.Http.GetStringAsync(next, Token);
        Assert.Equal(1, Rows().Count(second));
        Assert.Contains("Paged 100", second, StringComparison.Ordinal);
        Assert.DoesNotMatch(Next(), second);

        Assert.Equal(1, Rows().Count(await system.Api.Http.GetStringAsync("watches?find=paged.SEVENTH", Token)));
        Assert.Equal(1, Rows().Count(await system.Api.Http.GetStringAsync("watches?find=paged+042", Token)));
        Assert.Contains("No watch has that text", await system.Api.Http.GetStringAsync("watches?find=%3Cb%3Enothing", Token), StringComparison.Ordinal);
        Assert.Equal(second, await system.Api.Http.GetStringAsync("watches?find=pelican&page=999", Token));
        Assert.Equal(first, await system.Api.Http.GetStringAsync("watches?find=pelican&page=none", Token));
    }

    [Fact]
    public async Task Every_link_of_the_first_page_leads_somewhere_and_its_policy_allows_nothing_from_elsewhere()
    {
        using var response = await system.Api.Http.GetAsync("/", Token);
        var html = await response.Content.ReadAsStringAsync(Token);

        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Empty(Elsewhere().Matches(html).Select(m => m.Value));
        var links = Links().Matches(html).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value)).Where(link => link.StartsWith('/')).Distinct().ToList();
        Assert.Contains("/scalar", links);
        foreach (var link in links)
        {
            using var linked = await system.Api.Http.GetAsync(link, HttpCompletionOption.ResponseHeadersRead, Token);
            Assert.True(linked.IsSuccessStatusCode, $"{link} answers {linked.StatusCode}.");
        }
    }

    [Fact]
    public async Task What_pages_are_drawn_with_may_be_kept_for_ever_under_an_address_that_changes_with_it()
    {
        var html = await system.Api.Http.GetStringAsync("/", Token);
        var style = Assert.Single(Styles().Matches(html).Select(m => m.Groups[1].Value));
        using var first = await system.Api.Http.GetAsync(style, Token);
        Assert.Contains(first.Headers.CacheControl!.Extensions, e => e.Name == "immutable");

        using var again = new HttpRequestMessage(HttpMethod.Get, style) { Headers = { IfNoneMatch = { first.Headers.ETag! } } };
        using var unchanged = await system.Api.Http.SendAsync(again, Token);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
    }

    [Fact]
    public async Task A_form_that_another_site_sends_changes_nothing()
    {
        using var form = new FormUrlEncodedContent([new("query", "forged"), new("topic", "forged")]);
        using var response = await system.Api.Http.PostAsync("/watches", form, Token);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.DoesNotContain("forged", (await system.Api.GetAsync("api/watches")).Text, StringComparison.Ordinal);
    }

    private static IEnumerable<string> References(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(m => m.NameEquals("$ref") && m.Value.ValueKind == JsonValueKind.String ? [m.Value.GetString()!] : References(m.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(References),
        _ => [],
    };

    private static bool Resolves(JsonElement document, string reference)
    {
        foreach (var part in reference.TrimStart('#', '/').Split('/'))
        {
            if (document.ValueKind != JsonValueKind.Object || !document.TryGetProperty(part, out document)) return false;
        }

        return true;
    }

    [GeneratedRegex("<tr data-row>")]
    private static partial Regex Rows();

    [GeneratedRegex("<a href=\"([^\"]*)\" rel=\"next\">")]
    private static partial Regex Next();

    [GeneratedRegex("""(?:src|href)=["'](?:https?:)?//[^"']*["']|@import[^;]*|url\(https?:[^)]*\)""", RegexOptions.IgnoreCase)]
    private static partial Regex Elsewhere();

    [GeneratedRegex("""<script[^>]*src=["']([^"']+)["']""", RegexOptions.IgnoreCase)]
    private static partial Regex Scripts();

    [GeneratedRegex("""<(?:a|link) [^>]*href="([^"]+)""")]
    private static partial Regex Links();

    [GeneratedRegex("""<link rel="stylesheet" href="([^"]+)""")]
    private static partial Regex Styles();
}
