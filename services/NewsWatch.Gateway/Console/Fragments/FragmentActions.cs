using NewsWatch.Contracts;
using NewsWatch.Gateway.Console.Watches;
using NewsWatch.Gateway.Fragments;

namespace NewsWatch.Gateway.Console.Fragments;

/// <summary>The buttons of a fragment.</summary>
internal static class FragmentActions
{
    public static void MapFragmentActions(this IEndpointRouteBuilder pages)
    {
        pages.MapPost("/fragments/{name}/remove", RemoveAsync);
        pages.MapPost("/fragments/undo", UndoAsync);
    }

    private static async Task<IResult> RemoveAsync(string name, FragmentCatalogue fragments, RecentlyRemoved<QueryFragment> bin, CancellationToken cancellationToken)
    {
        if (await fragments.GetAsync(name, cancellationToken) is not { } fragment || !await fragments.DeleteAsync(name, null, cancellationToken)) return FragmentListPage.NotFound(name);
        bin.Add(name, fragment);
        return ConsolePage.Go(Links.With("/fragments", ("removed", name)));
    }

    private static async Task<IResult> UndoAsync(HttpRequest request, FragmentCatalogue fragments, RecentlyRemoved<QueryFragment> bin, CancellationToken cancellationToken)
    {
        var name = (await request.ReadFormAsync(cancellationToken))["name"].ToString();
        if (await fragments.GetAsync(name, cancellationToken) is null)
        {
            if (bin.Find(name) is not { } fragment) return FragmentListPage.NotFound(name);
            await fragments.RestoreAsync(fragment, cancellationToken);
        }

        return ConsolePage.Go(Links.With("/fragments", ("restored", name)));
    }
}
