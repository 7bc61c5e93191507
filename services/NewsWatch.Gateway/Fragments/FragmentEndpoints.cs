using NewsWatch.Contracts;
using NewsWatch.Storage;

namespace NewsWatch.Gateway.Fragments;

/// <summary><c>/api/fragments</c>. Versions travel as <c>ETag</c> and <c>If-Match</c>.</summary>
internal static class FragmentEndpoints
{
    public static void MapFragments(this IEndpointRouteBuilder routes)
    {
        var fragments = routes.MapGroup("/api/fragments").WithTags("Fragments");
        fragments.MapGet("/", ListAsync).WithName("ListFragments").WithSummary("All named fragments of queries, by name, with what each is part of.").Produces<IReadOnlyList<FragmentView>>();
        fragments.MapPost("/", CreateAsync).WithName("CreateFragment").WithSummary("Creates a fragment, which watches then name as @name.")
            .Produces<FragmentView>(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status409Conflict);
        fragments.MapGet("/{name}", GetAsync).WithName("GetFragment").WithSummary("One fragment.").Produces<FragmentView>().ProducesProblem(StatusCodes.Status404NotFound);
        fragments.MapPut("/{name}", ReplaceAsync).WithName("ReplaceFragment")
            .WithSummary("Replaces a fragment, with If-Match only that version; refused where a watch or fragment that it is part of would be wrong then.")
            .Produces<FragmentView>().ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status412PreconditionFailed);
        fragments.MapDelete("/{name}", DeleteAsync).WithName("DeleteFragment").WithSummary("Removes a fragment; refused while something names it.")
            .Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status412PreconditionFailed);
    }

    private static async Task<IResult> ListAsync(FragmentCatalogue fragments, CancellationToken cancellationToken)
    {
        var all = await fragments.ListAsync(cancellationToken);
        var uses = await fragments.UsesAsync(cancellationToken);
        return Results.Ok(all.Select(f => FragmentView.Of(f, uses)));
    }

    private static async Task<IResult> GetAsync(string name, FragmentCatalogue fragments, HttpResponse response, CancellationToken cancellationToken) =>
        await fragments.GetAsync(name, cancellationToken) is { } fragment ? Results.Ok(await TaggedAsync(fragment, fragments, response, cancellationToken)) : NoSuchFragment(name);

    private static async Task<IResult> CreateAsync(FragmentInput input, FragmentCatalogue fragments, HttpResponse response, CancellationToken cancellationToken)
    {
        try
        {
            var fragment = await fragments.CreateAsync(input, cancellationToken);
            return Results.Created($"/api/fragments/{fragment.Name}", await TaggedAsync(fragment, fragments, response, cancellationToken));
        }
        catch (VersionConflictException e)
        {
            return Results.Problem(statusCode: StatusCodes.Status409Conflict, detail: $"There is a fragment '{input.Name}' already (version {e.CurrentVersion}): replace it with PUT, or choose another name.");
        }
    }

    private static async Task<IResult> ReplaceAsync(string name, FragmentInput input, FragmentCatalogue fragments, HttpRequest request, HttpResponse response, CancellationToken cancellationToken)
    {
        if (input.Name is not null && input.Name != name) return ApiProblems.Bad($"The body names fragment '{input.Name}', the address '{name}'. A fragment keeps its name; create a new one instead.");
        return await fragments.ReplaceAsync(name, input, VersionTag.Read(request), cancellationToken) is { } fragment
            ? Results.Ok(await TaggedAsync(fragment, fragments, response, cancellationToken))
            : NoSuchFragment(name);
    }

    private static async Task<IResult> DeleteAsync(string name, FragmentCatalogue fragments, HttpRequest request, CancellationToken cancellationToken) =>
        await fragments.DeleteAsync(name, VersionTag.Read(request), cancellationToken) ? Results.NoContent() : NoSuchFragment(name);

    private static async Task<FragmentView> TaggedAsync(QueryFragment fragment, FragmentCatalogue fragments, HttpResponse response, CancellationToken cancellationToken)
    {
        response.Headers.ETag = VersionTag.Of(fragment.Version);
        return FragmentView.Of(fragment, await fragments.UsesAsync(cancellationToken));
    }

    private static IResult NoSuchFragment(string name) => ApiProblems.NotFound($"There is no fragment '{name}'.");
}
