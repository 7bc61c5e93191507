using NewsWatch.Cli.Api;
using NewsWatch.Cli.Output;
using NewsWatch.Gateway.Fragments;
using Spectre.Console;
using Spectre.Console.Cli;

namespace NewsWatch.Cli.Fragments;

/// <summary>All fragments by name; piped: name, version, number of watches it is part of, fragments it is part of, query.</summary>
internal sealed class FragmentListCommand : AsyncCommand<FragmentListCommand.Settings>
{
    public override async Task<int> ExecuteAsync(CommandContext context, Settings settings, CancellationToken cancellationToken)
    {
        using var api = settings.Connect();
        if (settings.Json)
        {
            foreach (var fragment in (await api.GetAsync("api/fragments", cancellationToken)).EnumerateArray()) Screen.Json(fragment);
            return ExitCode.Ok;
        }

        var fragments = await FragmentFinder.ListAsync(api, cancellationToken);
        if (fragments.Count == 0) Terminal.Note("""No fragments yet. Add one: newswatch fragment add banks 'Barclays OR "Deutsche Bank"'""");
        else Write(fragments);
        return ExitCode.Ok;
    }

    private static void Write(IReadOnlyList<FragmentView> fragments)
    {
        var listing = new Listing("name", "version", "watches", "fragments", "query");
        foreach (var fragment in fragments)
            listing.Add(Cell.In(fragment.Name, Color.Aqua), Cell.Of(fragment.Version), Cell.Of(fragment.UsedBy.Watches.Count), string.Join(' ', fragment.UsedBy.Fragments), fragment.Query);
        listing.Write();
    }

    public sealed class Settings : ServerSettings;
}
