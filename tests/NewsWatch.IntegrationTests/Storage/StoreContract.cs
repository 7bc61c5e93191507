using NewsWatch.Contracts;
using NewsWatch.Storage;
using Xunit;

namespace NewsWatch.IntegrationTests.Storage;

/// <summary>What every suite needs: a fresh store of one kind, opened by one or more processes.</summary>
public abstract class StoreContract(IStoreUnderTest place) : IAsyncLifetime
{
    private readonly List<StorageHost> _hosts = [];

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>What the suite is about.</summary>
    protected abstract StoreCollections Collections { get; }

    /// <summary>The first process, which writes it.</summary>
    protected StorageHost Store { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Store = await OpenAsync(Collections);

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts) await host.DisposeAsync();
        await place.RemoveAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Opens the same store as another process would.</summary>
    protected async Task<StorageHost> OpenAsync(StoreCollections collections)
    {
        var host = await StorageHost.StartAsync(await place.SettingsAsync(), collections);
        _hosts.Add(host);
        return host;
    }

    /// <summary>Makes what was written visible to searches.</summary>
    protected Task SettleAsync() => place.SettleAsync();

    protected static Article Article(
        string key, string title = "A title", string body = "A body.", int revision = 1, DateTimeOffset? seen = null,
        string? source = "NBCNEWS", string lang = "en", DateTimeOffset? published = null, string summary = "")
    {
        var at = seen ?? new DateTimeOffset(2026, 11, 25, 10, 0, 0, TimeSpan.Zero);
        return new Article
        {
            Id = DerivedId.From("test", key),
            Revision = revision,
            Url = "https://example.org/" + key,
            Title = title,
            Summary = summary,
            Body = body,
            Source = source,
            Domain = "example.org",
            Author = ["Ann Example", "Bob Example"],
            Tag = ["world"],
            Lang = lang,
            Published = published ?? at.AddMinutes(-5),
            Seen = at,
            Revised = at.AddSeconds(revision - 1),
            Hash = DerivedId.From(title, summary, body),
        };
    }
}
