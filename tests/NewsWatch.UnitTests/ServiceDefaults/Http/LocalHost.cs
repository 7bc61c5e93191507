using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using NewsWatch.ServiceDefaults;
using NewsWatch.ServiceDefaults.Http;
using Xunit;

namespace NewsWatch.UnitTests.ServiceDefaults.Http;

/// <summary>A process with the defaults and one endpoint, on a free port of 127.0.0.1.</summary>
internal sealed class LocalHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private LocalHost(WebApplication app, HttpClient http) => (_app, Http) = (app, http);

    public HttpClient Http { get; }

    /// <summary>Builds without starting, so that only what is checked before listening is met.</summary>
    public static WebApplication Build(params string[] settings)
    {
        var builder = WebApplication.CreateBuilder(settings);
        builder.AddServiceDefaults("test");
        return builder.Build();
    }

    public static async Task<LocalHost> StartAsync(Action<WebApplicationBuilder>? configure = null, params string[] settings)
    {
        var builder = WebApplication.CreateBuilder(["--urls", "http://127.0.0.1:0", .. settings]);
        builder.AddServiceDefaults("test");
        configure?.Invoke(builder);
        var app = builder.Build();
        app.MapServiceDefaults();
        app.UseApiKey();
        app.MapGet("/secret", () => "the secret");
        await app.StartAsync(TestContext.Current.CancellationToken);
        var clients = new ServiceCollection().AddHttpClient().BuildServiceProvider();
        var http = clients.GetRequiredService<IHttpClientFactory>().CreateClient();
        http.BaseAddress = new Uri(app.Urls.First());
        return new LocalHost(app, http);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
    }
}
