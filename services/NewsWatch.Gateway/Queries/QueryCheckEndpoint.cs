using NewsWatch.Gateway.Fragments;
using NewsWatch.Matching.Language.Fragments;

namespace NewsWatch.Gateway.Queries;

/// <summary><c>POST /api/query/check</c>: whether a query can be read, for whoever shows it while it is typed.</summary>
internal static class QueryCheckEndpoint
{
    public static void MapQueryCheck(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/query/check", CheckAsync).WithName("CheckQuery").WithTags("Queries")
            .WithSummary("Reads a query, or with 'fragment' what is to be the fragment of that name, without running it: what it means in plain words, or what is wrong and where.")
            .Produces<QueryCheck>();

    private static async Task<IResult> CheckAsync(QueryCheckInput input, QueryReader queries, CancellationToken cancellationToken)
    {
        var fragments = await queries.FragmentsForAsync(input.Query, cancellationToken);
        if (input.Fragment is not { } name) return Results.Ok(QueryCheck.Of(input.Query, fragments));
        return FragmentNames.Problem(name) is { } problem ? ApiProblems.Bad(problem) : Results.Ok(QueryCheck.OfFragment(name, input.Query, fragments));
    }
}

public sealed record QueryCheckInput(string? Query, string? Fragment = null);
