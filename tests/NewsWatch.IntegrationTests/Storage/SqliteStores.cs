namespace NewsWatch.IntegrationTests.Storage;

public sealed class SqliteArticleStoreTests : ArticleStoreContract
{
    private readonly SqliteFolder _folder = new();

    protected override Task<IReadOnlyDictionary<string, string?>> SettingsAsync() => _folder.SettingsAsync();

    protected override Task CleanAsync() => _folder.RemoveAsync();

    protected override Task SettleAsync() => Task.CompletedTask;
}

public sealed class SqliteArticleSearchTests : ArticleSearchContract
{
    private readonly SqliteFolder _folder = new();

    protected override Task<IReadOnlyDictionary<string, string?>> SettingsAsync() => _folder.SettingsAsync();

    protected override Task CleanAsync() => _folder.RemoveAsync();

    protected override Task SettleAsync() => Task.CompletedTask;
}

public sealed class SqliteAlertStoreTests : AlertStoreContract
{
    private readonly SqliteFolder _folder = new();

    protected override Task<IReadOnlyDictionary<string, string?>> SettingsAsync() => _folder.SettingsAsync();

    protected override Task CleanAsync() => _folder.RemoveAsync();

    protected override Task SettleAsync() => Task.CompletedTask;
}

public sealed class SqliteWatchStoreTests : WatchStoreContract
{
    private readonly SqliteFolder _folder = new();

    protected override Task<IReadOnlyDictionary<string, string?>> SettingsAsync() => _folder.SettingsAsync();

    protected override Task CleanAsync() => _folder.RemoveAsync();

    protected override Task SettleAsync() => Task.CompletedTask;
}

public sealed class SqliteFeedStateStoreTests : FeedStateStoreContract
{
    private readonly SqliteFolder _folder = new();

    protected override Task<IReadOnlyDictionary<string, string?>> SettingsAsync() => _folder.SettingsAsync();

    protected override Task CleanAsync() => _folder.RemoveAsync();

    protected override Task SettleAsync() => Task.CompletedTask;
}

public sealed class SqliteArticleCountTests : ArticleCountContract
{
    private readonly SqliteFolder _folder = new();

    protected override Task<IReadOnlyDictionary<string, string?>> SettingsAsync() => _folder.SettingsAsync();

    protected override Task CleanAsync() => _folder.RemoveAsync();

    protected override Task SettleAsync() => Task.CompletedTask;
}

public sealed class SqliteInsightTests : InsightContract
{
    private readonly SqliteFolder _folder = new();

    protected override Task<IReadOnlyDictionary<string, string?>> SettingsAsync() => _folder.SettingsAsync();

    protected override Task CleanAsync() => _folder.RemoveAsync();

    protected override Task SettleAsync() => Task.CompletedTask;
}

public sealed class SqliteRetentionTests : RetentionContract
{
    private readonly SqliteFolder _folder = new();

    protected override Task<IReadOnlyDictionary<string, string?>> SettingsAsync() => _folder.SettingsAsync();

    protected override Task CleanAsync() => _folder.RemoveAsync();

    protected override Task SettleAsync() => Task.CompletedTask;
}
