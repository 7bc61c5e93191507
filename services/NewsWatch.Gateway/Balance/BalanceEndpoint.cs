using NewsWatch.Storage.Ledger;

namespace NewsWatch.Gateway.Balance;

/// <summary><c>GET /api/balance</c>: what came in and what became of it, day by day.</summary>
internal static class BalanceEndpoint
{
    private const int MostDays = 90;

    public static void MapBalance(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/balance", ReadAsync).WithName("ReadBalance").WithTags("System")
            .WithSummary("Articles a day (UTC): received = stored + repeated + refused + dead-lettered + open.")
            .Produces<IReadOnlyList<DayBalance>>();

    private static async Task<IResult> ReadAsync(int? days, ILedger ledger, TimeProvider clock, CancellationToken cancellationToken)
    {
        var count = days ?? 7;
        if (count is < 1 or > MostDays) return ApiProblems.Bad($"'days' is 1 to {MostDays}, not {count}.");
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var pages = (await ledger.ReadAsync(today.AddDays(1 - count), today, cancellationToken)).ToLookup(page => page.Day);
        return Results.Ok(Enumerable.Range(0, count).Select(n => today.AddDays(-n)).Select(day => DayBalance.Of(day, pages[day])));
    }
}
