using NewsWatch.Contracts;
using NewsWatch.Gateway.Watches;

namespace NewsWatch.Gateway.Console.Watches;

/// <summary>The buttons of a watch.</summary>
internal static class WatchActions
{
    public static void MapWatchActions(this IEndpointRouteBuilder pages)
    {
        pages.MapPost("/watches/{id}/pause", (string id, WatchCatalogue watches, CancellationToken token) => EnableAsync(id, false, watches, token));
        pages.MapPost("/watches/{id}/resume", (string id, WatchCatalogue watches, CancellationToken token) => EnableAsync(id, true, watches, token));
        pages.MapPost("/watches/{id}/remove", RemoveAsync);
        pages.MapPost("/watches/undo", UndoAsync);
    }

    private static async Task<IResult> EnableAsync(string id, bool enabled, WatchCatalogue watches, CancellationToken cancellationToken) =>
        await watches.EnableAsync(id, enabled, cancellationToken) is null ? WatchPage.NotFound(id) : ConsolePage.Go(Links.Watch(id));

    private static async Task<IResult> RemoveAsync(string id, WatchCatalogue watches, RecentlyRemoved<Watch> bin, CancellationToken cancellationToken)
    {
        if (await watches.GetAsync(id, cancellationToken) is not { } watch || !await watches.DeleteAsync(id, null, cancellationToken)) return WatchPage.NotFound(id);
        bin.Add(id, watch);
        return ConsolePage.Go(Links.With("/watches", ("removed", id)));
    }

    private static async Task<IResult> UndoAsync(HttpRequest request, WatchCatalogue watches, RecentlyRemoved<Watch> bin, CancellationToken cancellationToken)
    {
        var id = (await request.ReadFormAsync(cancellationToken))["id"].ToString();
        if (await watches.GetAsync(id, cancellationToken) is null)
        {
            if (bin.Find(id) is not { } watch) return WatchPage.NotFound(id);
            await watches.RestoreAsync(watch, cancellationToken);
        }

        return ConsolePage.Go(Links.With("/watches", ("restored", id)));
    }
}
