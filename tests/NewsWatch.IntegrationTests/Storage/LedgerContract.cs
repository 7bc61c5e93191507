using NewsWatch.Storage;
using NewsWatch.Storage.Ledger;
using NewsWatch.Testing;
using Xunit;

namespace NewsWatch.IntegrationTests.Storage;

/// <summary>What every ledger must do.</summary>
public abstract class LedgerContract(IStoreUnderTest place) : StoreContract(place)
{
    private static readonly DateOnly Day = new(2026, 11, 25);

    protected override StoreCollections Collections => StoreCollections.Archive;

    [Fact]
    public async Task Pages_are_kept_apart_by_service_process_and_day_and_replaced_by_newer_ones()
    {
        LedgerPage[] pages = [Page("ingestion", "a", 0, 5), Page("ingestion", "b", 0, 7), Page("indexer", "a", 0, 3), Page("ingestion", "a", -1, 2), Page("ingestion", "a", -9, 1)];
        await Store.Get<ILedger>().WriteAsync(pages[0] with { Counts = new Dictionary<string, long> { ["new"] = 1 } }, Cancel);
        foreach (var page in pages) await Store.Get<ILedger>().WriteAsync(page, Cancel);
        await SettleAsync();

        // Another process reads what this one wrote.
        var read = await (await OpenAsync(StoreCollections.None)).Get<ILedger>().ReadAsync(Day.AddDays(-1), Day, Cancel);

        Assert.Equal(pages[..4].Select(Text).Order(StringComparer.Ordinal), read.Select(Text).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_new_ledger_is_empty() => Assert.Empty(await Store.Get<ILedger>().ReadAsync(Day, Day, Cancel));

    private static LedgerPage Page(string service, string process, int days, long count) =>
        new() { Service = service, Process = process, Day = Day.AddDays(days), Counts = new Dictionary<string, long> { ["new"] = count, ["unchanged"] = 2 * count } };

    private static string Text(LedgerPage page) => $"{page.Service} {page.Process} {page.Day:yyyy-MM-dd} {string.Join(' ', page.Counts.OrderBy(c => c.Key, StringComparer.Ordinal))}";
}

public sealed class SqliteLedgerTests() : LedgerContract(new SqliteFolder());

public sealed class ElasticsearchLedgerTests(ElasticsearchServer server) : LedgerContract(new ElasticsearchIndices(server));
