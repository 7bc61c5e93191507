using MassTransit;
using NewsWatch.Contracts;
using NewsWatch.Gateway.Alerts;
using NewsWatch.Gateway.Articles;
using NewsWatch.Gateway.Atom;
using NewsWatch.Gateway.Feeds;
using NewsWatch.Gateway.Feeds.Opml;
using NewsWatch.Gateway.Forwarding;
using NewsWatch.Gateway.Home;
using NewsWatch.Gateway.Kibana;
using NewsWatch.Gateway.Live;
using NewsWatch.Gateway.Watches;
using NewsWatch.ServiceDefaults.Http;
using Scalar.AspNetCore;

namespace NewsWatch.Gateway;

/// <summary>The public face: HTTP API, live stream, Atom feed. It alone writes watches and feeds.</summary>
public static class GatewayModule
{
    public static WebApplicationBuilder AddGateway(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddExceptionHandler<ApiProblems>();
        // So that ApiProblems can say which parameter or member is wrong; the framework's own answer is silent.
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.Encoder = NewsWatchJson.Options.Encoder;
            json.SerializerOptions.DefaultIgnoreCondition = NewsWatchJson.Options.DefaultIgnoreCondition;
            json.SerializerOptions.Converters.Add(new UtcTimeConverter());
            // A misspelt member must not be lost in silence.
            json.SerializerOptions.UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow;
        });
        services.AddOpenApi(openApi => openApi.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "NewsWatch";
            document.Info.Description = "Articles in, alerts out, and an archive to search.";
            return Task.CompletedTask;
        }));
        services.AddSingleton<FeedImport>();
        services.AddOptions<KibanaOptions>().BindConfiguration(KibanaOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<KibanaLinks>();
        services.AddSingleton<LiveAlerts>();
        services.AddSingleton<AlertResume>();
        builder.AddIngestionForwarding();
        return builder;
    }

    public static void ConfigureBus(IBusRegistrationConfigurator bus) =>
        bus.AddConsumer<LiveAlertConsumer, LiveAlertConsumerDefinition>();

    public static WebApplication MapGateway(this WebApplication app)
    {
        app.UseApiKey();
        app.MapHome();
        app.MapArticles();
        app.MapWatches();
        app.MapAlerts();
        app.MapAlertStream();
        app.MapAlertFeed();
        app.MapFeeds();
        app.MapSubscriptionList();
        app.MapIngestionForwarding();
        app.MapOpenApi();
        app.MapScalarApiReference(scalar => scalar.WithTitle("NewsWatch API"));
        return app;
    }
}
