using NewsWatch.Contracts;
using NewsWatch.Formats.Opml;
using NewsWatch.Gateway.Console.Watches;
using NewsWatch.Gateway.Feeds;
using NewsWatch.Gateway.Feeds.Opml;

namespace NewsWatch.Gateway.Console.Feeds;

/// <summary><c>/feeds</c>: where articles come from, and how each source is doing.</summary>
internal static class FeedListPage
{
    public static void MapFeedList(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/feeds", (string? removed, string? added, FeedCatalogue feeds, RecentlyRemoved<Feed> bin, TimeProvider clock, CancellationToken token) =>
            ShowAsync(new FeedListModel { RemovedId = removed, AddedId = added }, StatusCodes.Status200OK, feeds, bin, clock, token));
        pages.MapPost("/feeds", AddAsync);
        pages.MapPost("/feeds/import", ImportAsync);
    }

    private static async Task<IResult> AddAsync(HttpRequest request, FeedCatalogue feeds, RecentlyRemoved<Feed> bin, TimeProvider clock, CancellationToken cancellationToken)
    {
        var form = await request.ReadFormAsync(cancellationToken);
        var address = form["url"].ToString().Trim();
        try
        {
            var wanted = feeds.Read(new FeedInput { Url = address });
            var added = await feeds.CreateAsync(wanted, cancellationToken);
            return ConsolePage.Go(Links.With("/feeds", ("added", added.Id)) + "#feed-" + added.Id);
        }
        catch (FeedPresentException)
        {
            return await ShowAsync(new FeedListModel { Address = address, Problem = "This feed is in the list already." }, StatusCodes.Status409Conflict, feeds, bin, clock, cancellationToken);
        }
        catch (FormatException)
        {
            return await ShowAsync(
                new FeedListModel { Address = address, Problem = "That is no address of a feed. It begins with https:// or http://, such as https://outlet.example/feed.xml." }, StatusCodes.Status400BadRequest, feeds, bin, clock, cancellationToken);
        }
    }

    private static async Task<IResult> ImportAsync(HttpRequest request, FeedImport import, FeedCatalogue feeds, RecentlyRemoved<Feed> bin, TimeProvider clock, CancellationToken cancellationToken)
    {
        var form = await request.ReadFormAsync(cancellationToken);
        if (form.Files.GetFile("list") is not { Length: > 0 } file)
            return await ShowAsync(new FeedListModel { ImportProblem = "Choose a file first: a subscription list (OPML) as feed readers export it." }, StatusCodes.Status400BadRequest, feeds, bin, clock, cancellationToken);
        using var list = new MemoryStream();
        await file.CopyToAsync(list, cancellationToken);
        try
        {
            // Shown at once and not after a redirect: what was skipped is said once. Sending the list again adds nothing.
            var answer = await import.RunAsync(OpmlReader.Read(list.ToArray()), cancellationToken);
            return await ShowAsync(new FeedListModel { Imported = answer }, StatusCodes.Status200OK, feeds, bin, clock, cancellationToken);
        }
        catch (OpmlException e)
        {
            return await ShowAsync(new FeedListModel { ImportProblem = e.Message }, StatusCodes.Status400BadRequest, feeds, bin, clock, cancellationToken);
        }
    }

    private static async Task<IResult> ShowAsync(FeedListModel model, int status, FeedCatalogue feeds, RecentlyRemoved<Feed> bin, TimeProvider clock, CancellationToken cancellationToken)
    {
        var all = await feeds.ListAsync(cancellationToken);
        var now = clock.GetUtcNow();
        return ConsolePage.Show<FeedListView, FeedListModel>(model with
        {
            Rows = [.. all.Select(feed => new FeedRow(feed, FeedWords.Of(feed.Health, now)))],
            Removed = all.Any(f => f.Id == model.RemovedId) ? null : bin.Find(model.RemovedId),
            Added = all.FirstOrDefault(f => f.Id == model.AddedId),
        }, status);
    }
}

public sealed record FeedListModel
{
    private const int FewestCutOff = 3;

    public IReadOnlyList<FeedRow> Rows { get; init; } = [];

    /// <summary>What stands in the field for a new feed.</summary>
    public string Address { get; init; } = "";

    /// <summary>Why it was not added.</summary>
    public string? Problem { get; init; }

    /// <summary>What became of a list that was imported just now.</summary>
    public ImportAnswer? Imported { get; init; }

    /// <summary>Why a list was not imported.</summary>
    public string? ImportProblem { get; init; }

    internal string? RemovedId { get; init; }

    internal string? AddedId { get; init; }

    /// <summary>What was removed just now and can be brought back.</summary>
    public Feed? Removed { get; init; }

    /// <summary>What was added just now.</summary>
    public FeedView? Added { get; init; }

    public IEnumerable<IGrouping<string, FeedRow>> Folders => Rows.GroupBy(r => string.Join(" / ", r.Feed.Folder)).OrderBy(g => g.Key, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether every feed that is polled fails, and none ever succeeded: the trouble lies with this machine rather than with all of them.</summary>
    public bool IsCutOff => Rows.Where(r => r.Feed.Enabled).Select(r => r.Feed.Health).ToList() is { Count: >= FewestCutOff } polled && polled.TrueForAll(h => h is { Status: "failing", LastSuccess: null });

    /// <summary>How many are in which state, the worst first.</summary>
    public string Summary
    {
        get
        {
            string[] order = ["bad", "warn", "off", "ok"];
            var parts = Rows.GroupBy(r => r.Words).Select(g => g.Key).DistinctBy(w => w.State).OrderBy(w => Array.IndexOf(order, w.Tone)).Select(w => $"{Rows.Count(r => r.Words.State == w.State)} {w.State.ToLowerInvariant()}");
            return $"{Rows.Count} {(Rows.Count == 1 ? "feed" : "feeds")}: {string.Join(", ", parts)}";
        }
    }
}

/// <summary>A feed and how it is doing.</summary>
public sealed record FeedRow(FeedView Feed, FeedWords Words)
{
    public string Name => Feed.Title ?? Feed.Source ?? Feed.Url;
}
