using System.Text.Json;
using System.Text.Json.Serialization;
using NewsWatch.Contracts;

namespace NewsWatch.Ingestion.Discovery;

/// <summary><c>POST /api/feeds/discover</c>.</summary>
internal static class DiscoveryEndpoint
{
    private static readonly JsonSerializerOptions Strict = new(NewsWatchJson.Options) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    public static void MapDiscovery(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/feeds/discover", HandleAsync)
            .WithName("DiscoverFeeds")
            .WithTags("Feeds")
            .WithSummary("Finds the feeds and sitemaps of a site, with their first items.")
            .Accepts<DiscoveryInput>("application/json")
            .Produces<DiscoveryAnswer>()
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> HandleAsync(HttpContext http, FeedFinder finder)
    {
        try
        {
            var input = await JsonSerializer.DeserializeAsync<DiscoveryInput>(http.Request.Body, Strict, http.RequestAborted);
            return Results.Json(await finder.FindAsync(input?.Url, http.RequestAborted), NewsWatchJson.Options);
        }
        catch (JsonException)
        {
            return Results.Problem(statusCode: StatusCodes.Status400BadRequest, detail: "Send the address as JSON: {\"url\": \"https://outlet.example\"}.");
        }
        catch (FormatException e)
        {
            return Results.Problem(statusCode: StatusCodes.Status400BadRequest, detail: e.Message);
        }
        catch (HttpRequestException e)
        {
            return Results.Problem(statusCode: StatusCodes.Status422UnprocessableEntity, detail: e.Message);
        }
    }
}
