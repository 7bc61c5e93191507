using System.Net;
using NewsWatch.ServiceDefaults.Telemetry;

namespace NewsWatch.Ingestion.Feeds;

internal static class FeedHttpClient
{
    public const string Name = "feeds";

    public static void AddFeedHttpClient(this WebApplicationBuilder builder) =>
        builder.Services.AddHttpClient(Name, client =>
            {
                client.DefaultRequestHeaders.UserAgent.ParseAdd($"NewsWatch/{ProductVersion.Text}");
                client.Timeout = Timeout.InfiniteTimeSpan;
            })
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                AutomaticDecompression = DecompressionMethods.All,
                MaxAutomaticRedirections = 5,
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
                ConnectTimeout = TimeSpan.FromSeconds(10),
            });
}
