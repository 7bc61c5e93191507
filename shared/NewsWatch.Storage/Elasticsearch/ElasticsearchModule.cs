using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NewsWatch.Storage.Alerts;
using NewsWatch.Storage.Articles;
using NewsWatch.Storage.Catalogue;
using NewsWatch.Storage.Elasticsearch.Alerts;
using NewsWatch.Storage.Elasticsearch.Articles;
using NewsWatch.Storage.Elasticsearch.Articles.Search;
using NewsWatch.Storage.Elasticsearch.Catalogue;
using NewsWatch.Storage.Elasticsearch.Client;
using NewsWatch.Storage.Elasticsearch.Feeds;
using NewsWatch.Storage.Elasticsearch.Insights;
using NewsWatch.Storage.Elasticsearch.Ledger;
using NewsWatch.Storage.Elasticsearch.Retention;
using NewsWatch.Storage.Elasticsearch.Schema;
using NewsWatch.Storage.Feeds;
using NewsWatch.Storage.Insights;
using NewsWatch.Storage.Ledger;
using NewsWatch.Storage.Retention;

namespace NewsWatch.Storage.Elasticsearch;

/// <summary>The server behind the ports.</summary>
internal static class ElasticsearchModule
{
    public static IServiceCollection AddElasticsearch(this IServiceCollection services, IConfiguration configuration, string addresses)
    {
        services.AddOptions<ElasticsearchOptions>()
            .Bind(configuration.GetSection(ElasticsearchOptions.Section))
            .Configure(options => options.Nodes = NodeAddresses.Parse(addresses))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        return services
            .AddSingleton<ElasticsearchHttp>().AddSingleton<BulkSender>().AddSingleton<IndexNames>().AddSingleton<ArticleMonths>().AddSingleton<ElasticsearchSchema>().AddSingleton<IndexRoller>().AddSingleton<Reindexing>().AddSingleton<GoneDocuments>()
            .AddSingleton<Documents>().AddSingleton<PointsInTime>()
            .AddSingleton<ArticleReader>().AddSingleton<ArrivedIds>().AddSingleton<HeldIds>().AddSingleton<RevisionWriter>()
            .AddSingleton<AlertedArticles>().AddSingleton<ArticleSearches>().AddSingleton<StablePages>().AddSingleton<CandidateScan>()
            .AddSingleton<IStore, ElasticsearchStore>()
            .AddSingleton<IArticleWriter, ElasticsearchArticleWriter>()
            .AddSingleton<IArticleLookup, ElasticsearchArticleLookup>()
            .AddSingleton<IArticleSearch, ElasticsearchArticleSearch>()
            .AddSingleton<IArticleArchive, ElasticsearchArticleArchive>()
            .AddSingleton<ILedger, ElasticsearchLedger>()
            .AddSingleton<IAlertWriter, ElasticsearchAlertWriter>()
            .AddSingleton<IAlertSearch, ElasticsearchAlertSearch>()
            .AddSingleton<IInsightSource, ElasticsearchInsightSource>()
            .AddSingleton<IArchiveRetention, ElasticsearchRetention>()
            .AddCatalogue(CatalogueKinds.Watches, names => names.Watches)
            .AddCatalogue(CatalogueKinds.Fragments, names => names.Fragments)
            .AddCatalogue(CatalogueKinds.Feeds, names => names.Feeds)
            .AddSingleton<IFeedStateStore, ElasticsearchFeedStateStore>();
    }

    private static IServiceCollection AddCatalogue<T>(this IServiceCollection services, CatalogueKind<T> kind, Func<IndexNames, string> index)
        where T : class => services.AddSingleton<ICatalogueStore<T>>(
            provider => new ElasticsearchCatalogueStore<T>(provider.GetRequiredService<ElasticsearchHttp>(), index(provider.GetRequiredService<IndexNames>()), kind));
}
