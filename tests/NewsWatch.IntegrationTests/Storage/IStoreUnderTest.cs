namespace NewsWatch.IntegrationTests.Storage;

/// <summary>Where a contract's tests find a fresh store of one kind.</summary>
public interface IStoreUnderTest
{
    /// <summary>The store's configuration; the same at every call. Skips the test where there is none.</summary>
    Task<IReadOnlyDictionary<string, string?>> SettingsAsync();

    /// <summary>Makes what was written visible to searches.</summary>
    Task SettleAsync();

    /// <summary>Removes what the test left.</summary>
    Task RemoveAsync();
}
