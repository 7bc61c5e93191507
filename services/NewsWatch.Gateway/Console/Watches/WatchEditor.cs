using NewsWatch.Contracts;
using NewsWatch.Gateway.Console.Parts;
using NewsWatch.Gateway.Console.Problems;
using NewsWatch.Gateway.Fragments;
using NewsWatch.Gateway.Queries;
using NewsWatch.Gateway.Watches;
using NewsWatch.Matching.Language;
using NewsWatch.Storage;

namespace NewsWatch.Gateway.Console.Watches;

/// <summary>Making and editing a watch, with what it would find shown meanwhile.</summary>
internal static class WatchEditor
{
    private const int Samples = 6;

    /// <summary>Sent by the editor's script, which wants the preview alone.</summary>
    private const string PartHeader = "X-Part";

    public static void MapWatchEditor(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/watches/new", NewAsync);
        pages.MapGet("/watches/{id}/edit", EditAsync);
        pages.MapPost("/watches/preview", PreviewAsync);
        pages.MapPost("/watches", SaveAsync);
    }

    private static async Task<IResult> NewAsync(string? query, string? topic, string? like, WatchCatalogue watches, QueryReader queries, WatchPreview preview, CancellationToken cancellationToken)
    {
        var form = new WatchForm { Query = query ?? "", Topic = topic ?? "" };
        if (like is not null && await watches.GetAsync(like, cancellationToken) is { } original)
            form = WatchForm.Of(original) with { Id = null, Version = null, Name = $"{original.Name}, copy" };
        return await ShowAsync(form, null, watches, queries, preview, StatusCodes.Status200OK, cancellationToken);
    }

    private static async Task<IResult> EditAsync(string id, WatchCatalogue watches, QueryReader queries, WatchPreview preview, CancellationToken cancellationToken) =>
        await watches.GetAsync(id, cancellationToken) is { } watch ? await ShowAsync(WatchForm.Of(watch), null, watches, queries, preview, StatusCodes.Status200OK, cancellationToken) : WatchPage.NotFound(id);

    private static async Task<IResult> PreviewAsync(HttpRequest request, WatchCatalogue watches, QueryReader queries, WatchPreview preview, CancellationToken cancellationToken)
    {
        var form = await WatchForm.ReadAsync(request);
        return request.Headers.ContainsKey(PartHeader)
            ? ConsolePage.Show<PreviewView, PreviewModel>(await PreviewOfAsync(form, queries, preview, cancellationToken))
            : await ShowAsync(form, null, watches, queries, preview, StatusCodes.Status200OK, cancellationToken);
    }

    private static async Task<IResult> SaveAsync(HttpRequest request, WatchCatalogue watches, QueryReader queries, WatchPreview preview, CancellationToken cancellationToken)
    {
        var form = await WatchForm.ReadAsync(request);
        try
        {
            var saved = form.Id is null ? await watches.CreateAsync(form.ToInput(), cancellationToken) : await watches.ReplaceAsync(form.Id, form.ToInput(), form.Version, cancellationToken);
            return saved is null ? WatchPage.NotFound(form.Id!) : ConsolePage.Go(Links.Watch(saved.Id) + "?saved=1");
        }
        catch (VersionConflictException e)
        {
            return await ShowAsync(form, $"{e.Message} Your text is still here: copy what you need, and open the watch again.", watches, queries, preview, StatusCodes.Status409Conflict, cancellationToken);
        }
        catch (FormatException e)
        {
            return await ShowAsync(form, e.Message, watches, queries, preview, StatusCodes.Status400BadRequest, cancellationToken);
        }
    }

    private static async Task<IResult> ShowAsync(WatchForm form, string? problem, WatchCatalogue watches, QueryReader queries, WatchPreview preview, int status, CancellationToken cancellationToken)
    {
        var topics = TopicChoices.Of(await watches.ListAsync(cancellationToken));
        var model = new EditorModel(form, topics, form.Query.Length == 0 ? null : await PreviewOfAsync(form, queries, preview, cancellationToken)) { Problem = problem };
        return ConsolePage.Show<EditorView, EditorModel>(model, status);
    }

    private static async Task<PreviewModel> PreviewOfAsync(WatchForm form, QueryReader queries, WatchPreview preview, CancellationToken cancellationToken)
    {
        var fragments = await queries.FragmentsForAsync(form.Query, cancellationToken);
        var model = new PreviewModel(form.Query, QueryCheck.Of(form.Query, fragments)) { TopicProblem = form.Topic.Length == 0 ? null : Topic.Problem(form.Topic) };
        if (model.Check.Error is not null) return model;
        var query = WatchQuery.Parse(form.Query, fragments);
        model = model with { Examples = [.. ExampleCheck.Of(query, form.Examples)] };
        try
        {
            var answer = await preview.OfAsync(query, PreviewModel.Days, cancellationToken);
            return model with { Total = answer.Total, PerDay = [.. answer.PerDay.Select(d => new DayBar(d.Day, d.Count))], Samples = [.. answer.Items.Take(Samples).Select(ResultLine.Of)] };
        }
        catch (StoreUnavailableException e)
        {
            // The query and the examples can be judged without the archive.
            return model with { ArchiveProblem = Problem.Of(e, null).Problem };
        }
    }
}

/// <param name="Form">What stands in the fields.</param>
/// <param name="Topics">Topics that are in use, for completion.</param>
/// <param name="Preview">What the query would find; <see langword="null"/> while there is none.</param>
public sealed record EditorModel(WatchForm Form, IReadOnlyList<string> Topics, PreviewModel? Preview)
{
    /// <summary>Why it was not saved.</summary>
    public string? Problem { get; init; }
}

public sealed record PreviewModel(string Query, QueryCheck Check)
{
    public const int Days = 14;

    public string? TopicProblem { get; init; }

    public IReadOnlyList<ExampleCheck> Examples { get; init; } = [];

    public long Total { get; init; }

    public IReadOnlyList<DayBar> PerDay { get; init; } = [];

    public IReadOnlyList<ResultLine> Samples { get; init; } = [];

    public Problem? ArchiveProblem { get; init; }

    /// <summary>The whole in one sentence, to be read out.</summary>
    public string Spoken =>
        Check.Error is { } error ? $"Column {error.Column}: {error.Message}"
        : $"Finds {Total} {(Total == 1 ? "article" : "articles")} of the last {Days} days."
          + (Examples.Count == 0 ? "" : Examples.All(e => e.IsGreen) ? " All examples come out right." : $" {Examples.Count(e => !e.IsGreen)} of {Examples.Count} examples come out wrong.");
}
