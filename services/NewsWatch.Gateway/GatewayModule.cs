using MassTransit;
using NewsWatch.Contracts;
using NewsWatch.Gateway.Alerts;
using NewsWatch.Gateway.Articles;
using NewsWatch.Gateway.Atom;
using NewsWatch.Gateway.Balance;
using NewsWatch.Gateway.Console;
using NewsWatch.Gateway.Console.SignIn;
using NewsWatch.Gateway.Explaining;
using NewsWatch.Gateway.Feeds;
using NewsWatch.Gateway.Feeds.Opml;
using NewsWatch.Gateway.Forwarding;
using NewsWatch.Gateway.Fragments;
using NewsWatch.Gateway.Kibana;
using NewsWatch.Gateway.Live;
using NewsWatch.Gateway.Operations;
using NewsWatch.Gateway.Queries;
using NewsWatch.Gateway.Transfer;
using NewsWatch.Gateway.Watches;
using NewsWatch.ServiceDefaults.Http;
using NewsWatch.Storage.Ledger;
using Scalar.AspNetCore;

namespace NewsWatch.Gateway;

/// <summary>The public face: console, HTTP API, live stream, Atom feed. It alone writes watches, fragments and feeds.</summary>
public static class GatewayModule
{
    public static WebApplicationBuilder AddGateway(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        // Asked in this order: what a page throws becomes a page, all else problem details.
        builder.AddConsole();
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
        services.AddOpenApi(openApi => openApi.AddOperationTransformer<CommonRefusals>().AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "NewsWatch";
            document.Info.Description = "Articles in, alerts out, and an archive to search.";
            // Each problem has members of its own beside those of the standard, such as the trace that the request belongs to.
            if (document.Components?.Schemas?["ProblemDetails"] is Microsoft.OpenApi.OpenApiSchema problem) problem.AdditionalPropertiesAllowed = true;
            return Task.CompletedTask;
        }));
        services.AddSingleton<QueryReader>();
        services.AddSingleton<FragmentGate>();
        services.AddSingleton<FragmentCatalogue>();
        services.AddSingleton<WatchCatalogue>();
        services.AddSingleton<WatchPreview>();
        services.AddSingleton<WatchActivity>();
        services.AddSingleton<FeedGate>();
        services.AddSingleton<FeedCatalogue>();
        services.AddSingleton<SystemReport>();
        services.AddSingleton<OtherServices>();
        services.AddHttpClient(OtherServices.Client);
        services.AddOptions<KibanaOptions>().BindConfiguration(KibanaOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<KibanaLinks>();
        services.AddSingleton<LiveAlerts>();
        services.AddSingleton<AlertStream>();
        services.AddSingleton<FeedImport>();
        services.AddLedgerOf(Ledgers.Gateway, GatewayTelemetry.ImportedName);
        services.AddSingleton<ArchiveImport>();
        services.AddSingleton<CatalogueImport>();
        builder.AddIngestionForwarding();
        return builder;
    }

    public static void ConfigureBus(IBusRegistrationConfigurator bus) =>
        bus.AddConsumer<LiveAlertConsumer, LiveAlertConsumerDefinition>();

    public static WebApplication MapGateway(this WebApplication app)
    {
        app.UseApiKey(SignInPage.IsOpen, SignInPage.TrySend);
        app.MapConsole();
        app.MapArticles();
        app.MapExplain();
        app.MapWatches();
        app.MapFragments();
        app.MapAlerts();
        app.MapAlertStream();
        app.MapAlertFeed();
        app.MapFeeds();
        app.MapBalance();
        app.MapExport();
        app.MapImport();
        app.MapSubscriptionList();
        app.MapIngestionForwarding();
        app.MapQueryCheck();
        app.MapSystem();
        app.MapOpenApi();
        app.MapScalarApiReference(scalar => scalar.WithTitle("NewsWatch API"));
        return app;
    }
}
