using NewsWatch.ServiceDefaults.Http.Guard;
using NewsWatch.ServiceDefaults.Telemetry;
using Polly;

namespace NewsWatch.Ingestion.Web;

/// <summary>The client for feeds and pages: guarded, since their addresses come from people, and patient only once, since the poller comes back anyway.</summary>
internal static class WebHttpClient
{
    public const string Name = "web";

    /// <summary>The name that a robots.txt calls us by.</summary>
    public const string Agent = "NewsWatch";

    public static void AddWebHttpClient(this WebApplicationBuilder builder)
    {
        var client = builder.Services.AddGuardedHttpClient(Name)
            .ConfigureHttpClient(http => http.DefaultRequestHeaders.UserAgent.ParseAdd($"{Agent}/{ProductVersion.Text}"));
#pragma warning disable EXTEXP0001 // The defaults retry 429 and 503, which a polite reader leaves to its next poll.
        client.RemoveAllResilienceHandlers();
#pragma warning restore EXTEXP0001
        client.AddResilienceHandler("web", pipeline => pipeline
            .AddRetry(new()
            {
                MaxRetryAttempts = 1,
                ShouldHandle = attempt => ValueTask.FromResult(attempt.Outcome.Exception is HttpRequestException and not OutboundRefusedException),
            })
            .AddTimeout(TimeSpan.FromSeconds(20)));
        builder.Services.AddSingleton<WebFetcher>();
    }
}
