using NewsWatch.Testing;

namespace NewsWatch.IntegrationTests.Storage;

public sealed class ElasticsearchArticleStoreTests(ElasticsearchServer server) : ArticleStoreContract(new ElasticsearchIndices(server));

public sealed class ElasticsearchArticleSearchTests(ElasticsearchServer server) : ArticleSearchContract(new ElasticsearchIndices(server));

public sealed class ElasticsearchAlertStoreTests(ElasticsearchServer server) : AlertStoreContract(new ElasticsearchIndices(server));

public sealed class ElasticsearchFeedStateStoreTests(ElasticsearchServer server) : FeedStateStoreContract(new ElasticsearchIndices(server));

public sealed class ElasticsearchArticleCountTests(ElasticsearchServer server) : ArticleCountContract(new ElasticsearchIndices(server));

public sealed class ElasticsearchInsightTests(ElasticsearchServer server) : InsightContract(new ElasticsearchIndices(server));

public sealed class ElasticsearchRetentionTests(ElasticsearchServer server) : RetentionContract(new ElasticsearchIndices(server));
