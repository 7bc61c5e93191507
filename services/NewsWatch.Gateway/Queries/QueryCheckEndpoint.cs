namespace NewsWatch.Gateway.Queries;

/// <summary><c>POST /api/query/check</c>: whether a query can be read, for whoever shows it while it is typed.</summary>
internal static class QueryCheckEndpoint
{
    public static void MapQueryCheck(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/query/check", (QueryCheckInput input) => Results.Ok(QueryCheck.Of(input.Query))).WithName("CheckQuery").WithTags("Queries")
            .WithSummary("Reads a query without running it: what it means in plain words, or what is wrong and where.")
            .Produces<QueryCheck>().ProducesProblem(StatusCodes.Status400BadRequest);
}

public sealed record QueryCheckInput(string? Query);
