using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using NewsWatch.Cli.Api;
using NewsWatch.Cli.Output;
using NewsWatch.Contracts;
using NewsWatch.Gateway.Balance;
using Spectre.Console;
using Spectre.Console.Cli;

namespace NewsWatch.Cli.Balance;

/// <summary>What came in and what became of it, day by day; piped: day, received, stored, repeated, refused, dead-lettered, open.</summary>
internal sealed class BalanceCommand : AsyncCommand<BalanceCommand.Settings>
{
    public override async Task<int> ExecuteAsync(CommandContext context, Settings settings, CancellationToken cancellationToken)
    {
        using var api = settings.Connect();
        var days = (await api.GetAsync(new ApiPath("api/balance").Add("days", settings.Days).ToString(), cancellationToken)).EnumerateArray().ToList();
        if (settings.Json) days.ForEach(Screen.Json);
        else Write(days.ConvertAll(day => day.Deserialize<DayBalance>(NewsWatchJson.Options)!));
        return ExitCode.Ok;
    }

    private static void Write(List<DayBalance> days)
    {
        var listing = new Listing("day", "received", "stored", "repeated", "refused", "dead-lettered", "open");
        foreach (var day in days)
        {
            listing.Add(
                day.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Number(day.Received), Number(day.Stored), Number(day.Repeated), Number(day.Refused),
                day.DeadLettered == 0 ? Number(0) : Cell.In(Number(day.DeadLettered).Plain, Color.Red), day.Open == 0 ? Number(0) : Cell.In(Number(day.Open).Plain, Color.Yellow));
        }

        listing.Write();
    }

    private static Cell Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    public sealed class Settings : ServerSettings
    {
        [CommandOption("--days <N>")]
        [Description("How many days back, today included")]
        [DefaultValue(7)]
        public int Days { get; init; } = 7;
    }
}
