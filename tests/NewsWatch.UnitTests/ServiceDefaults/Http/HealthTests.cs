using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Xunit;

namespace NewsWatch.UnitTests.ServiceDefaults.Http;

public sealed class HealthTests
{
    [Fact]
    public async Task Alive_is_who_answers_and_ready_is_who_has_what_it_needs()
    {
        await using var host = await LocalHost.StartAsync(builder => builder.Services.AddHealthChecks()
            .AddCheck("store", () => HealthCheckResult.Unhealthy("The store is away."))
            .AddCheck("watches", () => HealthCheckResult.Healthy("All read.", new Dictionary<string, object> { ["count"] = 3 })));

        Assert.Equal(HttpStatusCode.OK, (await GetAsync(host, "/health/live")).Status);

        var (status, body) = await GetAsync(host, "/health/ready");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Equal("Unhealthy", body.GetProperty("status").GetString());
        var checks = body.GetProperty("checks").EnumerateArray().ToDictionary(c => c.GetProperty("name").GetString()!);
        Assert.Equal("The store is away.", checks["store"].GetProperty("description").GetString());
        Assert.Equal(3, checks["watches"].GetProperty("numbers").GetProperty("count").GetInt32());
    }

    [Fact]
    public async Task A_check_that_throws_says_why()
    {
        await using var host = await LocalHost.StartAsync(builder => builder.Services.AddHealthChecks()
            .AddCheck("broken", () => throw new InvalidOperationException("Out of luck.")));

        var (status, body) = await GetAsync(host, "/health/ready");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Equal("Out of luck.", body.GetProperty("checks")[0].GetProperty("description").GetString());
    }

    private static async Task<(HttpStatusCode Status, JsonElement Body)> GetAsync(LocalHost host, string path)
    {
        using var response = await host.Http.GetAsync(path, TestContext.Current.CancellationToken);
        return (response.StatusCode, JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).RootElement);
    }
}
