using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using NewsWatch.Storage.Elasticsearch;
using NewsWatch.Storage.Insights;
using NewsWatch.Storage.Sqlite;

namespace NewsWatch.Storage;

/// <summary>Adds the store that the configuration names: Elasticsearch when there is a connection string <c>elasticsearch</c>, else SQLite.</summary>
public static class StorageModule
{
    /// <summary>Name of the connection string that chooses Elasticsearch: one URL, or several separated by commas.</summary>
    public const string ConnectionString = "elasticsearch";

    /// <summary>Adds the ports of this assembly, each a singleton.</summary>
    public static IHostApplicationBuilder AddNewsWatchStorage(this IHostApplicationBuilder builder)
    {
        builder.Services.AddNewsWatchStorage(builder.Configuration);
        return builder;
    }

    /// <summary>Adds the ports of this assembly, each a singleton.</summary>
    public static IServiceCollection AddNewsWatchStorage(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<IArticleInsights, ArticleInsights>();
        var elasticsearch = configuration.GetConnectionString(ConnectionString);
        return string.IsNullOrWhiteSpace(elasticsearch) ? services.AddSqlite(configuration) : services.AddElasticsearch(configuration, elasticsearch);
    }
}
