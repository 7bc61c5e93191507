using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NewsWatch.Contracts;
using NewsWatch.Storage;
using NewsWatch.Storage.Catalogue;
using NewsWatch.Storage.Sqlite.Files;
using NewsWatch.Testing;
using Xunit;

namespace NewsWatch.UnitTests.Storage.Sqlite;

/// <summary>A catalogue.db from before there were fragments.</summary>
public sealed class CatalogueUpgradeTests : IDisposable
{
    private const string FirstStep = """
        CREATE TABLE watch(id TEXT PRIMARY KEY, version INTEGER NOT NULL, content TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE feed(id TEXT PRIMARY KEY, version INTEGER NOT NULL, content TEXT NOT NULL) WITHOUT ROWID;
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("newswatch-catalogue-").FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task An_older_file_gains_the_fragments_and_keeps_its_watches()
    {
        await using (var old = new SqliteFile(Path.Combine(_folder, "catalogue.db"), new SqliteSchema(FirstStep)))
        {
            await old.PrepareAsync(Cancel);
            await old.WriteAsync(session => session.Execute("INSERT INTO watch(id, version, content) VALUES ($1,$2,$3)", "w", 1, SqliteValues.Json(Some.Watch())), Cancel);
        }

        await using (var reader = Open())
            await Assert.ThrowsAsync<StoreUnavailableException>(() => reader.GetRequiredService<ICatalogueStore<QueryFragment>>().ListAsync(Cancel));

        await using var writer = Open();
        await writer.GetRequiredService<IStore>().PrepareAsync(StoreCollections.Catalogue, Cancel);
        await writer.GetRequiredService<ICatalogueStore<QueryFragment>>().PutAsync(new QueryFragment { Name = "banks", Query = "barclays" }, 0, Cancel);

        Assert.Equal(Some.Watch(), Assert.Single(await writer.GetRequiredService<ICatalogueStore<Watch>>().ListAsync(Cancel)));
        Assert.Equal("barclays", Assert.Single(await writer.GetRequiredService<ICatalogueStore<QueryFragment>>().ListAsync(Cancel)).Query);
    }

    private ServiceProvider Open() => new ServiceCollection().AddLogging()
        .AddNewsWatchStorage(new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("NewsWatch:Data", (string?)_folder)]).Build())
        .BuildServiceProvider();
}
