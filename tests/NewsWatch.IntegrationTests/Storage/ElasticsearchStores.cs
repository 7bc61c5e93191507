using NewsWatch.Testing;

namespace NewsWatch.IntegrationTests.Storage;

public sealed class ElasticsearchArticleStoreTests(ElasticsearchServer server) : ArticleStoreContract
{
    private readonly ElasticsearchIndices _indices = new(server);

    protected override Task<IReadOnlyDictionary<string, string?>> SettingsAsync() => _indices.SettingsAsync();

    protected override Task CleanAsync() => _indices.RemoveAsync();

    protected override Task SettleAsync() => _indices.SettleAsync();
}

public sealed class ElasticsearchArticleSearchTests(ElasticsearchServer server) : ArticleSearchContract
{
    private readonly ElasticsearchIndices _indices = new(server);

    protected override Task<IReadOnlyDictionary<string, string?>> SettingsAsync() => _indices.SettingsAsync();

    protected override Task CleanAsync() => _indices.RemoveAsync();

    protected override Task SettleAsync() => _indices.SettleAsync();
}

public sealed class ElasticsearchAlertStoreTests(ElasticsearchServer server) : AlertStoreContract
{
    private readonly ElasticsearchIndices _indices = new(server);

    protected override Task<IReadOnlyDictionary<string, string?>> SettingsAsync() => _indices.SettingsAsync();

    protected override Task CleanAsync() => _indices.RemoveAsync();

    protected override Task SettleAsync() => _indices.SettleAsync();
}

public sealed class ElasticsearchWatchStoreTests(ElasticsearchServer server) : WatchStoreContract
{
    private readonly ElasticsearchIndices _indices = new(server);

    protected override Task<IReadOnlyDictionary<string, string?>> SettingsAsync() => _indices.SettingsAsync();

    protected override Task CleanAsync() => _indices.RemoveAsync();

    protected override Task SettleAsync() => _indices.SettleAsync();
}

public sealed class ElasticsearchFeedStateStoreTests(ElasticsearchServer server) : FeedStateStoreContract
{
    private readonly ElasticsearchIndices _indices = new(server);

    protected override Task<IReadOnlyDictionary<string, string?>> SettingsAsync() => _indices.SettingsAsync();

    protected override Task CleanAsync() => _indices.RemoveAsync();

    protected override Task SettleAsync() => _indices.SettleAsync();
}

public sealed class ElasticsearchArticleCountTests(ElasticsearchServer server) : ArticleCountContract
{
    private readonly ElasticsearchIndices _indices = new(server);

    protected override Task<IReadOnlyDictionary<string, string?>> SettingsAsync() => _indices.SettingsAsync();

    protected override Task CleanAsync() => _indices.RemoveAsync();

    protected override Task SettleAsync() => _indices.SettleAsync();
}

public sealed class ElasticsearchInsightTests(ElasticsearchServer server) : InsightContract
{
    private readonly ElasticsearchIndices _indices = new(server);

    protected override Task<IReadOnlyDictionary<string, string?>> SettingsAsync() => _indices.SettingsAsync();

    protected override Task CleanAsync() => _indices.RemoveAsync();

    protected override Task SettleAsync() => _indices.SettleAsync();
}

public sealed class ElasticsearchRetentionTests(ElasticsearchServer server) : RetentionContract
{
    private readonly ElasticsearchIndices _indices = new(server);

    protected override Task<IReadOnlyDictionary<string, string?>> SettingsAsync() => _indices.SettingsAsync();

    protected override Task CleanAsync() => _indices.RemoveAsync();

    protected override Task SettleAsync() => _indices.SettleAsync();
}
