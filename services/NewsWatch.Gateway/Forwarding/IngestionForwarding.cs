using NewsWatch.Contracts;
using NewsWatch.ServiceDefaults.Http;

namespace NewsWatch.Gateway.Forwarding;

/// <summary>The calls that Ingestion answers, where it is a process of its own.</summary>
internal static class IngestionForwarding
{
    /// <summary>Where Ingestion answers; not set where it runs in the same process.</summary>
    public const string Setting = "NewsWatch:Gateway:Ingestion";

    public static void AddIngestionForwarding(this WebApplicationBuilder builder)
    {
        if (builder.Configuration[Setting] is not { Length: > 0 } address) return;
        var client = builder.Services.AddHttpClient<IngestionForwarder>(http =>
        {
            http.BaseAddress = new Uri(address);
            // The processes of an installation share one key; who calls has shown it here already.
            if (builder.Configuration[ApiKey.Setting] is { } key && !string.IsNullOrWhiteSpace(key)) http.DefaultRequestHeaders.Add("X-Api-Key", key.Trim());
        });
        // Looking through a site takes longer than the defaults wait.
#pragma warning disable EXTEXP0001 // The only way to replace the defaults for one client.
        client.RemoveAllResilienceHandlers();
#pragma warning restore EXTEXP0001
        client.AddStandardResilienceHandler(options =>
        {
            options.AttemptTimeout.Timeout = TimeSpan.FromSeconds(60);
            options.CircuitBreaker.SamplingDuration = TimeSpan.FromSeconds(120);
            options.TotalRequestTimeout.Timeout = TimeSpan.FromSeconds(90);
        });
    }

    public static void MapIngestionForwarding(this WebApplication app)
    {
        if (string.IsNullOrEmpty(app.Configuration[Setting])) return;
        app.MapPost("/api/articles", (HttpContext http, IngestionForwarder forwarder) => forwarder.ForwardAsync(http))
            .WithName("PushArticles").WithTags("Articles")
            .WithSummary("Sends one article or an array of articles; answered when the broker has confirmed them. With ?backfill=true they raise no alerts.")
            .Accepts<Article>("application/json")
            .Produces(StatusCodes.Status202Accepted).ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status429TooManyRequests);
        app.MapPost("/api/feeds/discover", (HttpContext http, IngestionForwarder forwarder) => forwarder.ForwardAsync(http))
            .WithName("DiscoverFeeds").WithTags("Feeds")
            .WithSummary("Finds the feeds and sitemaps of a site, with their first items.")
            .Produces(StatusCodes.Status200OK).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }
}
