namespace NewsWatch.IntegrationTests.Storage;

/// <summary>A data folder of its own.</summary>
internal sealed class SqliteFolder : IStoreUnderTest
{
    public string Path { get; } = Directory.CreateTempSubdirectory("newswatch-storage-").FullName;

    public Task<IReadOnlyDictionary<string, string?>> SettingsAsync() =>
        Task.FromResult<IReadOnlyDictionary<string, string?>>(new Dictionary<string, string?> { ["NewsWatch:Data"] = Path });

    public Task SettleAsync() => Task.CompletedTask;

    public Task RemoveAsync()
    {
        Directory.Delete(Path, recursive: true);
        return Task.CompletedTask;
    }
}
