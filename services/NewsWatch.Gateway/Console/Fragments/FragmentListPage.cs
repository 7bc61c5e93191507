using NewsWatch.Contracts;
using NewsWatch.Gateway.Console.Problems;
using NewsWatch.Gateway.Console.Watches;
using NewsWatch.Gateway.Fragments;

namespace NewsWatch.Gateway.Console.Fragments;

/// <summary><c>/fragments</c>: the parts of queries that are kept once, and what each is part of.</summary>
internal static class FragmentListPage
{
    public static void MapFragmentList(this IEndpointRouteBuilder pages) => pages.MapGet("/fragments", ShowAsync);

    public static IResult NotFound(string name) => ConsolePage.Show<ProblemView, Problem>(
        new Problem("There is no such fragment.", $"No fragment '{name}' is known; it may have been removed.", "Look for it in the list of fragments."), StatusCodes.Status404NotFound);

    private static async Task<IResult> ShowAsync(
        string? saved, string? removed, string? restored, FragmentCatalogue fragments, RecentlyRemoved<QueryFragment> bin, CancellationToken cancellationToken)
    {
        var known = await fragments.ListAsync(cancellationToken);
        var uses = await fragments.UsesAsync(cancellationToken);
        return ConsolePage.Show<FragmentListView, FragmentListModel>(new FragmentListModel(
            [.. known.Select(f => new FragmentRow(f, uses.WatchesWith(f.Name), uses.FragmentsWith(f.Name)))],
            known.FirstOrDefault(f => f.Name == saved),
            known.Any(f => f.Name == removed) ? null : bin.Find(removed),
            known.FirstOrDefault(f => f.Name == restored)));
    }
}

/// <param name="Rows">The fragments, by name.</param>
/// <param name="Saved">What was saved just now.</param>
/// <param name="Removed">What was removed just now and can be brought back.</param>
/// <param name="Restored">What was brought back just now.</param>
public sealed record FragmentListModel(IReadOnlyList<FragmentRow> Rows, QueryFragment? Saved, QueryFragment? Removed, QueryFragment? Restored);

/// <summary>A fragment with what it is part of, directly or through others.</summary>
public sealed record FragmentRow(QueryFragment Fragment, IReadOnlyList<Watch> Watches, IReadOnlyList<QueryFragment> Fragments)
{
    public bool IsUsed => Watches.Count + Fragments.Count > 0;
}
