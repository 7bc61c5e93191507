using NewsWatch.Storage;
using NewsWatch.Storage.Articles;
using NewsWatch.Testing;
using Xunit;

namespace NewsWatch.IntegrationTests.Storage;

/// <summary>What every archive must give when it is read from end to end.</summary>
public abstract class ArticleArchiveContract(IStoreUnderTest place) : StoreContract(place)
{
    private static readonly DateTimeOffset Start = new(2026, 10, 30, 23, 59, 0, TimeSpan.Zero);

    protected override StoreCollections Collections => StoreCollections.Archive;

    [Fact]
    public async Task Everything_is_read_once_whole_and_first_seen_first()
    {
        // Over the end of a month, several of one moment among them.
        var articles = Enumerable.Range(0, 25).Select(i => Article($"{i}", title: $"Title {i}", seen: Start.AddSeconds(30 * (i / 2)))).ToList();
        await Store.Get<IArticleWriter>().WriteAsync(articles, Cancel);

        var read = await ReadAllAsync(7);

        Assert.Equal(articles.Select(a => a.Id).Order(StringComparer.Ordinal), read.Select(r => Assert.Single(r.Revisions).Id).Order(StringComparer.Ordinal));
        Assert.Equal(read.Select(r => r.Revisions[0].Seen).Order(), read.Select(r => r.Revisions[0].Seen));
        Assert.Equivalent(articles.ToDictionary(a => a.Id), read.ToDictionary(r => r.Revisions[0].Id, r => r.Revisions[0]), strict: true);
    }

    [Fact]
    public async Task Every_revision_comes_with_its_article()
    {
        await Store.Get<IArticleWriter>().WriteAsync([Article("a", title: "One"), Article("b"), Article("a", title: "Two", revision: 2), Article("a", title: "Four", revision: 4)], Cancel);

        var read = (await ReadAllAsync(10)).Single(r => r.Revisions.Count > 1);

        Assert.Equal([(1, "One"), (2, "Two"), (4, "Four")], read.Revisions.Select(r => (r.Revision, r.Title)));
    }

    [Fact]
    public async Task An_empty_archive_has_nothing_and_a_foreign_cursor_is_refused()
    {
        Assert.Empty(await Store.Get<IArticleArchive>().ReadAsync(null, 10, Cancel));
        await Assert.ThrowsAsync<InvalidCursorException>(() => Store.Get<IArticleArchive>().ReadAsync("rubbish", 10, Cancel));
    }

    private async Task<List<ArchivedArticle>> ReadAllAsync(int limit)
    {
        var all = new List<ArchivedArticle>();
        while (await Store.Get<IArticleArchive>().ReadAsync(all.Count == 0 ? null : all[^1].Cursor, limit, Cancel) is { Count: > 0 } page) all.AddRange(page);
        return all;
    }
}

public sealed class SqliteArticleArchiveTests() : ArticleArchiveContract(new SqliteFolder());

public sealed class ElasticsearchArticleArchiveTests(ElasticsearchServer server) : ArticleArchiveContract(new ElasticsearchIndices(server));
