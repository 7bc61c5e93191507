namespace NewsWatch.IntegrationTests.Storage;

public sealed class SqliteArticleStoreTests() : ArticleStoreContract(new SqliteFolder());

public sealed class SqliteArticleSearchTests() : ArticleSearchContract(new SqliteFolder());

public sealed class SqliteAlertStoreTests() : AlertStoreContract(new SqliteFolder());

public sealed class SqliteFeedStateStoreTests() : FeedStateStoreContract(new SqliteFolder());

public sealed class SqliteArticleCountTests() : ArticleCountContract(new SqliteFolder());

public sealed class SqliteInsightTests() : InsightContract(new SqliteFolder());

public sealed class SqliteRetentionTests() : RetentionContract(new SqliteFolder());
