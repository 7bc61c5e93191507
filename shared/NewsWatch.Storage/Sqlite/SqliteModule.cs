using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NewsWatch.Storage.Alerts;
using NewsWatch.Storage.Articles;
using NewsWatch.Storage.Feeds;
using NewsWatch.Storage.Fragments;
using NewsWatch.Storage.Insights;
using NewsWatch.Storage.Ledger;
using NewsWatch.Storage.Retention;
using NewsWatch.Storage.Sqlite.Alerts;
using NewsWatch.Storage.Sqlite.Articles;
using NewsWatch.Storage.Sqlite.Feeds;
using NewsWatch.Storage.Sqlite.Fragments;
using NewsWatch.Storage.Sqlite.Insights;
using NewsWatch.Storage.Sqlite.Ledger;
using NewsWatch.Storage.Sqlite.Retention;
using NewsWatch.Storage.Sqlite.Watches;
using NewsWatch.Storage.Watches;

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
            .AddSingleton<IWatchStore, SqliteWatchStore>()
            .AddSingleton<IFragmentStore, SqliteFragmentStore>()
            .AddSingleton<IFeedStore, SqliteFeedStore>()
            .AddSingleton<IFeedStateStore, SqliteFeedStateStore>();
    }
}
