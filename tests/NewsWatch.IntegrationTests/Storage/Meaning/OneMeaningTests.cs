using NewsWatch.Matching.Language;
using NewsWatch.Storage.Articles;
using NewsWatch.Testing;

namespace NewsWatch.IntegrationTests.Storage.Meaning;

public sealed class SqliteMeaningTests : OneMeaningContract
{
    private readonly SqliteFolder _folder = new();

    protected override Task<IReadOnlyDictionary<string, string?>> SettingsAsync() => _folder.SettingsAsync();

    protected override Task CleanAsync() => _folder.RemoveAsync();

    protected override Task SettleAsync() => Task.CompletedTask;

    protected override QueryTranslation Translate(WatchQuery query) => QueryTranslation.ToSqlite(query);
}

public sealed class ElasticsearchMeaningTests(ElasticsearchServer server) : OneMeaningContract
{
    private readonly ElasticsearchIndices _indices = new(server);

    protected override Task<IReadOnlyDictionary<string, string?>> SettingsAsync() => _indices.SettingsAsync();

    protected override Task CleanAsync() => _indices.RemoveAsync();

    protected override Task SettleAsync() => _indices.SettleAsync();

    protected override QueryTranslation Translate(WatchQuery query) => QueryTranslation.ToElasticsearch(query);
}
