using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NewsWatch.Storage.Alerts;
using NewsWatch.Storage.Articles;
using NewsWatch.Storage.Catalogue;
using NewsWatch.Storage.Feeds;
using NewsWatch.Storage.Insights;
using NewsWatch.Storage.Ledger;
using NewsWatch.Storage.Retention;
using NewsWatch.Storage.Sqlite.Alerts;
using NewsWatch.Storage.Sqlite.Articles;
using NewsWatch.Storage.Sqlite.Catalogue;
using NewsWatch.Storage.Sqlite.Feeds;
using NewsWatch.Storage.Sqlite.Insights;
using NewsWatch.Storage.Sqlite.Ledger;
using NewsWatch.Storage.Sqlite.Retention;

namespace NewsWatch.Storage.Sqlite;

/// <summary>The embedded store behind the ports.</summary>
internal static class SqliteModule
{
    public static IServiceCollection AddSqlite(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<StorageOptions>().Bind(configuration.GetSection(StorageOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton<SqliteFiles>()
            .AddSingleton<IStore, SqliteStore>()
            .AddSingleton<IArticleWriter, SqliteArticleWriter>()
            .AddSingleton<IArticleLookup, SqliteArticleLookup>()
            .AddSingleton<IArticleSearch, SqliteArticleSearch>()
            .AddSingleton<IArticleArchive, SqliteArticleArchive>()
            .AddSingleton<ILedger, SqliteLedger>()
            .AddSingleton<IAlertWriter, SqliteAlertWriter>()
            .AddSingleton<IAlertSearch, SqliteAlertSearch>()
            .AddSingleton<IInsightSource, SqliteInsightSource>()
            .AddSingleton<IArchiveRetention, SqliteRetention>()
            .AddCatalogue(CatalogueKinds.Watches)
            .AddCatalogue(CatalogueKinds.Fragments)
            .AddCatalogue(CatalogueKinds.Feeds)
            .AddSingleton<IFeedStateStore, SqliteFeedStateStore>();
    }

    private static IServiceCollection AddCatalogue<T>(this IServiceCollection services, CatalogueKind<T> kind)
        where T : class => services.AddSingleton<ICatalogueStore<T>>(provider => new SqliteCatalogueStore<T>(provider.GetRequiredService<SqliteFiles>(), kind));
}
