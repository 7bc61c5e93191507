using NewsWatch.Gateway.Transfer;

namespace NewsWatch.Cli.Transfer.Importing;

/// <summary>What became of the lines of an export.</summary>
internal sealed record ImportResult
{
    public int Revisions { get; init; }

    public int Alerts { get; init; }

    public int FragmentsAdded { get; init; }

    public int FragmentsPresent { get; init; }

    public int WatchesAdded { get; init; }

    public int WatchesPresent { get; init; }

    public int FeedsAdded { get; init; }

    public int FeedsPresent { get; init; }

    /// <summary>What is on the server already and differs.</summary>
    public IReadOnlyList<string> Different { get; init; } = [];

    /// <summary>Lines that were not taken, with the reason.</summary>
    public IReadOnlyList<string> Rejected { get; init; } = [];

    /// <summary>With the answer to a request more; <paramref name="lines"/> are the numbers of its lines in the file.</summary>
    public ImportResult With(TransferAnswer answer, IReadOnlyList<int> lines) => this with
    {
        Revisions = Revisions + answer.Articles,
        Alerts = Alerts + answer.Alerts,
        FragmentsAdded = FragmentsAdded + (answer.Fragments?.Added ?? 0),
        FragmentsPresent = FragmentsPresent + (answer.Fragments?.Present ?? 0),
        WatchesAdded = WatchesAdded + answer.Watches.Added,
        WatchesPresent = WatchesPresent + answer.Watches.Present,
        FeedsAdded = FeedsAdded + answer.Feeds.Added,
        FeedsPresent = FeedsPresent + answer.Feeds.Present,
        Different = [.. Different, .. (answer.Fragments?.Different ?? []).Select(name => $"Fragment @{name}"), .. answer.Watches.Different.Select(id => $"Watch {id}"), .. answer.Feeds.Different.Select(id => $"Feed {id}")],
        Rejected = [.. Rejected, .. answer.Rejected.Select(r => $"line {lines[r.Line - 1]}: {r.Error}")],
    };

    public override string ToString() =>
        $"Imported {Revisions:N0} revisions of articles, {Alerts:N0} alerts, {FragmentsAdded:N0} fragments ({FragmentsPresent:N0} there already), {WatchesAdded:N0} watches ({WatchesPresent:N0} there already), {FeedsAdded:N0} feeds ({FeedsPresent:N0} there already); {Rejected.Count:N0} lines refused";
}
