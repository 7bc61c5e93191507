using NewsWatch.ServiceDefaults.Http.Guard;
using NewsWatch.ServiceDefaults.Telemetry;
using Polly;

namespace NewsWatch.Ingestion.Feeds;

/// <summary>The client for feeds: guarded, since their addresses come from people, and patient only once, since the poller comes back anyway.</summary>
internal static class FeedHttpClient
{
    public const string Name = "feeds";

    public static void AddFeedHttpClient(this WebApplicationBuilder builder)
    {
        var client = builder.Services.AddGuardedHttpClient(Name)
            .ConfigureHttpClient(http => http.DefaultRequestHeaders.UserAgent.ParseAdd($"NewsWatch/{ProductVersion.Text}"));
#pragma warning disable EXTEXP0001 // The defaults retry 429 and 503, which a polite reader leaves to its next poll.
        client.RemoveAllResilienceHandlers();
#pragma warning restore EXTEXP0001
        client.AddResilienceHandler("feeds", pipeline => pipeline
            .AddRetry(new()
            {
                MaxRetryAttempts = 1,
                ShouldHandle = attempt => ValueTask.FromResult(attempt.Outcome.Exception is HttpRequestException and not OutboundRefusedException),
            })
            .AddTimeout(TimeSpan.FromSeconds(20)));
    }
}
