using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace NewsWatch.UnitTests.Up;

/// <summary>Answers <c>/health/ready</c> as a test wants it.</summary>
internal sealed class HealthServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private HealthServer(WebApplication app) => _app = app;

    public Uri Probe => new(_app.Urls.Single() + "/health/ready");

    public static async Task<HealthServer> StartAsync(int status, string body)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapGet("/health/ready", () => Results.Text(body, "application/json", statusCode: status));
        await app.StartAsync();
        return new HealthServer(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
