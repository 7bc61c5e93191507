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
            // The poller has its own patience: repeats within a poll would ignore what the server asks for (429), and one circuit for all feeds
            // would let some broken sites stop the rest.
            .ConfigureAdditionalHttpMessageHandlers((handlers, _) => handlers.Clear())
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                AutomaticDecompression = DecompressionMethods.All,
                MaxAutomaticRedirections = 5,
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
                ConnectTimeout = TimeSpan.FromSeconds(10),
            });
}
