using NewsWatch.Contracts;
using NewsWatch.Gateway.Fragments;
using NewsWatch.Gateway.Queries;
using NewsWatch.Matching.Language.Fragments;
using NewsWatch.Storage;

namespace NewsWatch.Gateway.Console.Fragments;

/// <summary>Making and editing a fragment; what it means and what would become of its users is shown meanwhile.</summary>
internal static class FragmentEditor
{
    /// <summary>Sent by the editor's script, which wants the preview alone.</summary>
    private const string PartHeader = "X-Part";

    public static void MapFragmentEditor(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/fragments/new", (string? name, string? query, FragmentCatalogue fragments, CancellationToken token) =>
            ShowAsync(new FragmentForm { Name = name ?? "", Query = query ?? "" }, null, fragments, StatusCodes.Status200OK, token));
        pages.MapGet("/fragments/{name}/edit", EditAsync);
        pages.MapPost("/fragments/preview", PreviewAsync);
        pages.MapPost("/fragments", SaveAsync);
    }

    private static async Task<IResult> EditAsync(string name, FragmentCatalogue fragments, CancellationToken cancellationToken) =>
        await fragments.GetAsync(name, cancellationToken) is { } fragment
            ? await ShowAsync(FragmentForm.Of(fragment), null, fragments, StatusCodes.Status200OK, cancellationToken)
            : FragmentListPage.NotFound(name);

    private static async Task<IResult> PreviewAsync(HttpRequest request, FragmentCatalogue fragments, CancellationToken cancellationToken)
    {
        var form = await FragmentForm.ReadAsync(request);
        return request.Headers.ContainsKey(PartHeader)
            ? ConsolePage.Show<FragmentPreviewView, FragmentPreviewModel>(await PreviewOfAsync(form, fragments, cancellationToken))
            : await ShowAsync(form, null, fragments, StatusCodes.Status200OK, cancellationToken);
    }

    private static async Task<IResult> SaveAsync(HttpRequest request, FragmentCatalogue fragments, CancellationToken cancellationToken)
    {
        var form = await FragmentForm.ReadAsync(request);
        try
        {
            var saved = form.Edited is null ? await fragments.CreateAsync(form.ToInput(), cancellationToken) : await fragments.ReplaceAsync(form.Edited, form.ToInput(), form.Version, cancellationToken);
            return saved is null ? FragmentListPage.NotFound(form.Edited!) : ConsolePage.Go(Links.With("/fragments", ("saved", saved.Name)));
        }
        catch (VersionConflictException e)
        {
            var advice = form.Edited is null ? "Choose another name, or edit that one." : "Your text is still here: copy what you need, and open the fragment again.";
            return await ShowAsync(form, $"{e.Message} {advice}", fragments, StatusCodes.Status409Conflict, cancellationToken);
        }
        catch (FragmentBreaksException e)
        {
            return await ShowAsync(form, e.Message, fragments, StatusCodes.Status409Conflict, cancellationToken);
        }
        catch (FormatException e)
        {
            return await ShowAsync(form, e.Message, fragments, StatusCodes.Status400BadRequest, cancellationToken);
        }
    }

    private static async Task<IResult> ShowAsync(FragmentForm form, string? problem, FragmentCatalogue fragments, int status, CancellationToken cancellationToken)
    {
        var preview = form.Query.Length == 0 ? null : await PreviewOfAsync(form, fragments, cancellationToken);
        return ConsolePage.Show<FragmentEditorView, FragmentEditorModel>(new FragmentEditorModel(form, preview) { Problem = problem }, status);
    }

    private static async Task<FragmentPreviewModel> PreviewOfAsync(FragmentForm form, FragmentCatalogue fragments, CancellationToken cancellationToken)
    {
        var edit = await fragments.TryAsync(form.Name, form.Query, cancellationToken);
        var model = new FragmentPreviewModel(form.Name, form.Query, QueryCheck.OfFragment(form.Name, form.Query, edit.After)) { NameProblem = await NameProblemAsync(form, fragments, cancellationToken) };
        return model.Check.Error is null ? model with { Watches = edit.Watches, Fragments = edit.Fragments, Broken = edit.Broken() } : model;
    }

    private static async Task<string?> NameProblemAsync(FragmentForm form, FragmentCatalogue fragments, CancellationToken cancellationToken)
    {
        if (form.Edited is not null || form.Name.Length == 0) return null;
        return FragmentNames.Problem(form.Name) ?? (await fragments.GetAsync(form.Name, cancellationToken) is null ? null : $"There is a fragment @{form.Name} already.");
    }
}

/// <param name="Form">What stands in the fields.</param>
/// <param name="Preview">What the fragment means; <see langword="null"/> while there is none.</param>
public sealed record FragmentEditorModel(FragmentForm Form, FragmentPreviewModel? Preview)
{
    /// <summary>Why it was not saved.</summary>
    public string? Problem { get; init; }
}

public sealed record FragmentPreviewModel(string Name, string Query, QueryCheck Check)
{
    public string? NameProblem { get; init; }

    /// <summary>The watches that it is part of.</summary>
    public IReadOnlyList<Watch> Watches { get; init; } = [];

    /// <summary>The other fragments that it is part of.</summary>
    public IReadOnlyList<QueryFragment> Fragments { get; init; } = [];

    /// <summary>What would be wrong if it were saved so.</summary>
    public IReadOnlyList<BrokenUser> Broken { get; init; } = [];

    /// <summary>The whole in one sentence, to be read out.</summary>
    public string Spoken =>
        Check.Error is { } error ? $"Column {error.Column}: {error.Message}"
        : NameProblem is { } name ? name
        : Broken.Count > 0 ? $"It cannot be saved so: {Broken[0].Sentence}"
        : $"It can be read. It is part of {Watches.Count} {(Watches.Count == 1 ? "watch" : "watches")}.";
}
