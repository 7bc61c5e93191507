using NewsWatch.Cli.Api;
using NewsWatch.Cli.Output;
using NewsWatch.Contracts;
using Spectre.Console;
using Spectre.Console.Cli;

namespace NewsWatch.Cli.Watches;

/// <summary>All watches by name; piped: id, name, topic, on or paused, query.</summary>
internal sealed class WatchListCommand : AsyncCommand<WatchListCommand.Settings>
{
    public override async Task<int> ExecuteAsync(CommandContext context, Settings settings, CancellationToken cancellationToken)
    {
        using var api = settings.Connect();
        if (settings.Json)
        {
            foreach (var watch in (await api.GetAsync("api/watches", cancellationToken)).EnumerateArray()) Screen.Json(watch);
            return ExitCode.Ok;
        }

        var watches = await WatchFinder.ListAsync(api, cancellationToken);
        if (watches.Count == 0) Terminal.Note("""No watches yet. Add one: newswatch watch add '"lethal aid"' --topic arms.lethal-aid""");
        else Write(watches);
        return ExitCode.Ok;
    }

    private static void Write(IReadOnlyList<Watch> watches)
    {
        var listing = new Listing("id", "name", "topic", "state", "query");
        foreach (var watch in watches)
            listing.Add(Cell.Dim(watch.Id), watch.Name, Cell.In(watch.Topic, Color.Aqua), watch.Enabled ? Cell.In("on", Color.Green) : Cell.In("paused", Color.Yellow), watch.Query);
        listing.Write();
    }

    public sealed class Settings : ServerSettings;
}
