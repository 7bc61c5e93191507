using NewsWatch.Gateway.Balance;
using NewsWatch.Storage.Ledger;
using Xunit;

namespace NewsWatch.UnitTests.Gateway;

public sealed class DayBalanceTests
{
    private static readonly DateOnly Day = new(2026, 11, 25);

    [Fact]
    public void The_outcomes_of_all_processes_add_up()
    {
        var balance = DayBalance.Of(
            Day,
            [
                Page("ingestion", ("new", 100), ("changed", 5), ("unchanged", 40), ("rejected", 3)),
                Page("ingestion", ("new", 10)),
                Page("gateway", ("imported", 20)),
                Page("indexer", ("stored", 120), ("repeated", 6), ("rejected", 2)),
            ]);

        Assert.Equal(new DayBalance { Day = Day, Received = 178, Stored = 120, Repeated = 46, Refused = 3, DeadLettered = 2, Open = 7 }, balance);
    }

    [Fact]
    public void A_day_without_anything_is_balanced() =>
        Assert.Equal(new DayBalance { Day = Day, Received = 0, Stored = 0, Repeated = 0, Refused = 0, DeadLettered = 0, Open = 0 }, DayBalance.Of(Day, []));

    private static LedgerPage Page(string service, params (string Outcome, long Count)[] counts) =>
        new() { Service = service, Process = Guid.NewGuid().ToString("N"), Day = Day, Counts = counts.ToDictionary(c => c.Outcome, c => c.Count) };
}
