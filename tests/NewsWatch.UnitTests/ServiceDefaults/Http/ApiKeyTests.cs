using System.Net;
using Xunit;

namespace NewsWatch.UnitTests.ServiceDefaults.Http;

public sealed class ApiKeyTests
{
    [Fact]
    public async Task Everything_but_health_and_metrics_asks_for_the_key()
    {
        var token = TestContext.Current.CancellationToken;
        await using var host = await LocalHost.StartAsync(null, "--NewsWatch:ApiKey", "open sesame");

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(host, "/health/live"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(host, "/metrics"));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(host, "/secret"));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(host, "/healthy"));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(host, "/secret", "X-Api-Key", "open"));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(host, "/secret", "X-Api-Key", "open sesame!"));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(host, "/secret", "Authorization", "Basic b3Blbg=="));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(host, "/secret", "X-Api-Key", "open sesame"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(host, "/secret", "Authorization", "bearer open sesame"));

        using var refused = await host.Http.GetAsync("/secret", token);
        Assert.Equal("application/problem+json", refused.Content.Headers.ContentType?.MediaType);
        Assert.Contains("X-Api-Key", await refused.Content.ReadAsStringAsync(token), StringComparison.Ordinal);
        Assert.Equal("Bearer", refused.Headers.WwwAuthenticate.ToString());
    }

    [Fact]
    public async Task Without_a_key_nothing_is_asked()
    {
        await using var host = await LocalHost.StartAsync();

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(host, "/secret"));
    }

    private static async Task<HttpStatusCode> StatusAsync(LocalHost host, string path, string? header = null, string? value = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (header is not null) request.Headers.TryAddWithoutValidation(header, value);
        using var response = await host.Http.SendAsync(request, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }
}
