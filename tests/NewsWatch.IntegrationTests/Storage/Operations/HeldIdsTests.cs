using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using NewsWatch.Contracts;
using NewsWatch.Storage;
using NewsWatch.Storage.Articles;
using NewsWatch.Testing;
using Xunit;

namespace NewsWatch.IntegrationTests.Storage.Operations;

/// <summary>In a flood the server is asked only of ids that it may hold.</summary>
public sealed class HeldIdsTests(ElasticsearchServer server) : IAsyncLifetime
{
    private readonly ElasticsearchIndices _indices = new(server);
    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);
    private StorageHost _store = null!;
    private int _number;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _store = await StorageHost.StartAsync(await _indices.SettingsAsync(), StoreCollections.Archive, _time);

    public async ValueTask DisposeAsync()
    {
        if (_store is not null) await _store.DisposeAsync();
        await _indices.RemoveAsync();
    }

    [Fact]
    public async Task New_ids_are_no_longer_asked_of_once_it_is_known_what_the_archive_holds()
    {
        var held = await StoredAsync();
        Assert.Equal(1_000, await AskedAsync(New()));

        await ReadAsync();

        Assert.Equal(0, await AskedAsync(New()));
        Assert.Equal([held.Id], (await FindAsync([.. New().Take(5), held.Id])).Keys);
    }

    [Fact]
    public async Task All_ids_are_asked_of_while_somebody_else_stores_articles()
    {
        await ReadAsync();
        var others = await StoredAsync();
        await _indices.SettleAsync();
        Assert.Equal(0, await AskedAsync(New()));

        await NextReadingAsync();

        Assert.Equal(1_000, await AskedAsync(New()));
        Assert.Equal([others.Id], (await FindAsync([others.Id])).Keys);
        _time.Advance(TimeSpan.FromMinutes(3));
        await NextReadingAsync();
        Assert.Equal(0, await AskedAsync(New()));
        Assert.Equal([others.Id], (await FindAsync([others.Id])).Keys);
    }

    [Fact]
    public async Task What_was_asked_of_here_is_no_article_of_somebody_else()
    {
        await ReadAsync();
        var own = Some.Article("Asked of and then stored");
        await FindAsync([own.Id]);
        await _store.Get<IArticleWriter>().WriteAsync([own], Cancel);
        await _indices.SettleAsync();

        await NextReadingAsync();

        Assert.Equal(0, await AskedAsync(New()));
        Assert.Equal([own.Id], (await FindAsync([own.Id])).Keys);
    }

    [Fact]
    public async Task All_ids_are_asked_of_when_the_last_reading_is_old()
    {
        await ReadAsync();

        // The reading goes on for ten minutes after the last thousand.
        _time.Advance(TimeSpan.FromMinutes(11));

        Assert.Equal(1_000, await AskedAsync(New()));
    }

    private string[] New() => [.. Enumerable.Range(0, 1_000).Select(_ => DerivedId.From("new", $"{_number++}"))];

    private Task<IReadOnlyDictionary<string, KnownArticle>> FindAsync(string[] ids) => _store.Get<IArticleLookup>().FindAsync(ids, Cancel);

    private async Task<Article> StoredAsync()
    {
        var article = Some.Article($"Somebody else's number {_number++}");
        await _store.Get<IArticleWriter>().WriteAsync([article], Cancel);
        return article;
    }

    /// <summary>Reads what the archive holds and lets the time pass after which that counts.</summary>
    private async Task ReadAsync()
    {
        await _indices.SettleAsync();
        await NextReadingAsync();
        _time.Advance(TimeSpan.FromMinutes(3));
        await NextReadingAsync();
    }

    private async Task NextReadingAsync()
    {
        _time.Advance(TimeSpan.FromSeconds(6));
        var before = await CountAsync("search", "query_total");
        await FindAsync(New());
        await Eventually.IsTrueAsync(async () => await CountAsync("search", "query_total") > before, "the archive's ids to be read");
        // The answer has left the server; this process needs a moment to take it in.
        await Task.Delay(TimeSpan.FromMilliseconds(300), Cancel);
    }

    /// <summary>How many ids the server is asked of for those ids.</summary>
    private async Task<long> AskedAsync(string[] ids)
    {
        var before = await CountAsync("get", "total");
        await FindAsync(ids);
        return await CountAsync("get", "total") - before;
    }

    private async Task<long> CountAsync(string part, string name)
    {
        using var stats = JsonDocument.Parse(await _indices.AskAsync(HttpMethod.Get, $"{_indices.Prefix}-articles/_stats/{part}"));
        return stats.RootElement.GetProperty("_all").GetProperty("total").GetProperty(part).GetProperty(name).GetInt64();
    }
}
