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

        await ReliedOnAsync();

        Assert.Equal([held.Id], (await FindAsync([.. New().Take(5), held.Id])).Keys);
    }

    [Fact]
    public async Task All_ids_are_asked_of_while_somebody_else_stores_articles()
    {
        await ReliedOnAsync();
        var others = await StoredAsync();

        await NoLongerReliedOnAsync();

        Assert.Equal([others.Id], (await FindAsync([others.Id])).Keys);
        _time.Advance(TimeSpan.FromHours(1));
        await ReliedOnAsync();
        Assert.Equal([others.Id], (await FindAsync([others.Id])).Keys);
    }

    [Fact]
    public async Task What_was_named_here_is_no_article_of_somebody_else()
    {
        await ReliedOnAsync();
        var (asked, announced) = (Some.Article("Asked of and then stored"), Some.Article("Announced and then stored"));
        await FindAsync([asked.Id]);
        _store.Get<IArticleLookup>().Announce([announced.Id]);
        await _store.Get<IArticleWriter>().WriteAsync([asked, announced], Cancel);

        await ReadTwiceAsync();

        // Somebody else's would have all asked of for an hour.
        await ReliedOnAsync();
        Assert.Equal(2, (await FindAsync([asked.Id, announced.Id])).Count);
    }

    [Fact]
    public async Task All_ids_are_asked_of_when_the_last_reading_is_old()
    {
        await ReliedOnAsync();

        // The reading goes on for ten minutes after the last thousand.
        _time.Advance(TimeSpan.FromMinutes(11));

        Assert.Equal(1_000, await AskedAsync(New()));
    }

    [Fact]
    public async Task An_index_that_was_made_anew_is_read_from_its_beginning()
    {
        // More than is read again each time, and only full bulk requests: others would wait for a clock that stands still.
        await _store.Get<IArticleWriter>().WriteAsync([.. Enumerable.Range(0, 11_000).Select(n => Some.Article($"Gone {n}"))], Cancel);
        await ReliedOnAsync();
        await _indices.RemoveAsync();
        await _store.Get<IStore>().PrepareAsync(StoreCollections.Archive, Cancel);
        var others = await StoredAsync();

        await NoLongerReliedOnAsync();

        Assert.Equal([others.Id], (await FindAsync([others.Id])).Keys);
    }

    [Fact]
    public async Task An_index_that_shows_late_what_was_written_is_asked_of_every_id()
    {
        await ReliedOnAsync();

        await _indices.AskAsync(HttpMethod.Put, $"{_indices.Prefix}-articles/_settings", """{"index":{"refresh_interval":"-1"}}""");

        await NoLongerReliedOnAsync();
    }

    [Fact]
    public async Task An_index_of_several_shards_which_count_each_for_itself_is_asked_of_every_id()
    {
        await ReliedOnAsync();

        await _indices.AskAsync(HttpMethod.Put, $"{_indices.Prefix}-articles-2020.01", """{"settings":{"index":{"number_of_shards":2}}}""");

        await NoLongerReliedOnAsync();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    public async Task An_archive_of_more_ids_than_may_be_remembered_is_asked_of_every_one(int remembered)
    {
        await _store.DisposeAsync();
        var settings = new Dictionary<string, string?>(await _indices.SettingsAsync()) { ["NewsWatch:Elasticsearch:RememberedIds"] = $"{remembered}" };
        _store = await StorageHost.StartAsync(settings, StoreCollections.Archive, _time);
        for (var n = 0; n < 11; n++) await StoredAsync();

        Assert.Equal(1_000, await StepAsync());
        Assert.Equal(1_000, await StepAsync());
        _time.Advance(TimeSpan.FromMinutes(3));
        Assert.Equal(1_000, await StepAsync());
        Assert.Equal(1_000, await StepAsync());
    }

    private string[] New() => [.. Enumerable.Range(0, 1_000).Select(_ => DerivedId.From("new", $"{_number++}"))];

    private Task<IReadOnlyDictionary<string, KnownArticle>> FindAsync(string[] ids) => _store.Get<IArticleLookup>().FindAsync(ids, Cancel);

    private async Task<Article> StoredAsync()
    {
        var article = Some.Article($"Somebody else's number {_number++}");
        // So that it is the first to be sent for a while: others would wait for a clock that stands still.
        _time.Advance(TimeSpan.FromSeconds(1));
        await _store.Get<IArticleWriter>().WriteAsync([article], Cancel);
        return article;
    }

    /// <summary>Lets time pass, in less than it takes to forget somebody else, until new ids are not asked of.</summary>
    private async Task ReliedOnAsync()
    {
        for (var step = 0; step < 60; step++)
        {
            if (await StepAsync() == 0) return;
        }

        Assert.Fail("New ids are still asked of.");
    }

    private Task NoLongerReliedOnAsync() => Eventually.IsTrueAsync(async () => await StepAsync() == 1_000, "new ids to be asked of");

    private async Task ReadTwiceAsync()
    {
        var before = await CountAsync("search", "query_total");
        await Eventually.IsTrueAsync(
            async () =>
            {
                await StepAsync();
                return await CountAsync("search", "query_total") >= before + 2;
            },
            "the archive's ids to be read twice");
    }

    /// <summary>As much later as readings are apart, and how many of new ids are asked of then.</summary>
    private async Task<long> StepAsync()
    {
        await _indices.SettleAsync();
        _time.Advance(TimeSpan.FromSeconds(6));
        // It is the reading's turn, which answers in its own time.
        await Task.Delay(TimeSpan.FromMilliseconds(200), Cancel);
        return await AskedAsync(New());
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
