using NewsWatch.Contracts;
using NewsWatch.Gateway.Console.Parts;
using NewsWatch.Gateway.Live;
using NewsWatch.Gateway.Watches;
using NewsWatch.Storage.Alerts;

namespace NewsWatch.Gateway.Console.Live;

/// <summary><c>/</c>: the alerts, newest first, and those that come while one looks.</summary>
internal static class LivePage
{
    private const int PageSize = 40;

    public static void MapLive(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/", ShowAsync);
        pages.MapGet("/live/stream", StreamAsync);
        pages.MapGet("/alerts/{id}", async (string id, IAlertSearch archive, CancellationToken cancellationToken) =>
            await archive.GetAsync(id, cancellationToken) is { } alert ? ConsolePage.Go(Links.Alert(alert)) : NoSuchAlert(id));
    }

    private static async Task<IResult> ShowAsync(string? topic, string? watch, string? after, IAlertSearch archive, WatchCatalogue watches, TimeProvider clock, CancellationToken cancellationToken)
    {
        // Taken before the list is read: what is raised in between comes by the stream.
        var now = new AlertCursor(clock.GetUtcNow(), DerivedId.From());
        var known = await watches.ListAsync(cancellationToken);
        var model = new LiveModel { Topic = topic ?? "", Watch = watch ?? "", Watches = known, IsNewest = string.IsNullOrEmpty(after), Cursor = now.ToString() };
        TopicPattern pattern;
        try
        {
            pattern = TopicPattern.Parse(topic);
        }
        catch (FormatException e)
        {
            return ConsolePage.Show<LiveView, LiveModel>(model with { TopicProblem = e.Message }, StatusCodes.Status400BadRequest);
        }

        var page = await archive.ListAsync(
            new AlertQuery { Topic = pattern, Watch = string.IsNullOrEmpty(watch) ? null : watch, Limit = PageSize, After = string.IsNullOrEmpty(after) ? null : after }, cancellationToken);
        return ConsolePage.Show<LiveView, LiveModel>(model with
        {
            Alerts = [.. page.Items.Select(AlertLine.Of)],
            Next = page.Next,
            Cursor = page.Items.Count > 0 ? AlertCursor.Of(page.Items[0]).ToString() : model.Cursor,
        });
    }

    private static Task StreamAsync(HttpContext http, string? topic, string? watch, string? after, AlertStream stream, AlertHtml html) =>
        stream.RunAsync(http, new StreamFilter(TopicPattern.Parse(topic), watch), AlertStream.LastSeen(http.Request, after), html.RenderAsync);

    private static IResult NoSuchAlert(string id) => ConsolePage.Show<Problems.ProblemView, Problems.Problem>(
        new Problems.Problem("There is no such alert.", $"No alert '{id}' is in the archive.", "It may have been removed because of its age. Look for its article with the search."),
        StatusCodes.Status404NotFound);
}

public sealed record LiveModel
{
    // Nobody finds one among more in a list that unfolds.
    private const int MostChoices = 500;

    public required string Topic { get; init; }

    public required string Watch { get; init; }

    /// <summary>What is wrong with the topic pattern.</summary>
    public string? TopicProblem { get; init; }

    public required IReadOnlyList<Watch> Watches { get; init; }

    public IReadOnlyList<AlertLine> Alerts { get; init; } = [];

    /// <summary>Whether this is the newest page, which the live stream adds to.</summary>
    public required bool IsNewest { get; init; }

    /// <summary>Where the stream goes on from.</summary>
    public required string Cursor { get; init; }

    /// <summary>Cursor of the older alerts.</summary>
    public string? Next { get; init; }

    public bool IsFiltered => Topic.Length > 0 || Watch.Length > 0;

    /// <summary>Topics that have a watch, for completion.</summary>
    public IReadOnlyList<string> Topics => TopicChoices.Of(Watches);

    /// <summary>Whether there are more watches than one can choose from here; then each watch's own page leads to its alerts.</summary>
    public bool IsBeyondChoice => Watches.Count > MostChoices;

    /// <summary>Watches to choose from; beyond choice only the one that was chosen.</summary>
    public IEnumerable<Watch> Choices => IsBeyondChoice ? Watches.Where(w => w.Id == Watch) : Watches;
}
