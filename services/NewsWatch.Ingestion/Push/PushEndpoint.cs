using Microsoft.Extensions.Options;
using NewsWatch.Ingestion.Articles;
using NewsWatch.Ingestion.Intake;
using NewsWatch.ServiceDefaults.Http;
using NewsWatch.ServiceDefaults.Messaging;

namespace NewsWatch.Ingestion.Push;

/// <summary><c>POST /api/articles</c>.</summary>
internal static class PushEndpoint
{
    public static void MapPush(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/articles", HandleAsync)
            .WithName("PushArticles")
            .WithTags("Articles")
            .WithSummary("Sends one article or an array of articles; answered when the broker has confirmed them. With ?backfill=true they raise no alerts.")
            .Accepts<PushArticle>("application/json")
            .Produces<PushAnswer>(StatusCodes.Status202Accepted)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status429TooManyRequests);

    private static async Task<IResult> HandleAsync(HttpContext http, IArticleIntake intake, IOptions<PushOptions> options, string? backfill = null)
    {
        if (!http.Request.HasJsonContentType())
            return Results.Problem(statusCode: StatusCodes.Status415UnsupportedMediaType);
        try
        {
            var isOld = IsBackfill(backfill);
            using var body = await RequestBody.ReadAsync(http, options.Value.MaxBytes);
            return await AcceptAsync(intake, PushedArticles.Read(body.Bytes.Span), isOld, http);
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return Problem(StatusCodes.Status413PayloadTooLarge, e.Message);
        }
        catch (FormatException e)
        {
            return Problem(StatusCodes.Status400BadRequest, e.Message);
        }
        catch (IntakeBusyException e)
        {
            http.Response.Headers.RetryAfter = "1";
            return Problem(StatusCodes.Status429TooManyRequests, e.Message);
        }
        catch (BrokerUnavailableException e)
        {
            http.Response.Headers.RetryAfter = "5";
            return Problem(StatusCodes.Status503ServiceUnavailable, $"{e.Message} Nothing is lost if you send the same again.");
        }
    }

    /// <summary>A word that is not understood must not raise a thousand alerts, nor keep one back.</summary>
    private static bool IsBackfill(string? written) => written?.Trim().ToLowerInvariant() switch
    {
        null or "false" or "0" => false,
        "" or "true" or "1" => true,
        _ => throw new FormatException($"'backfill' is true or false, not '{written}'."),
    };

    private static async Task<IResult> AcceptAsync(IArticleIntake intake, IReadOnlyList<DraftOrError> read, bool backfill, HttpContext http)
    {
        var drafts = read.Select(item => item.Draft).OfType<ArticleDraft>().ToList();
        IngestionTelemetry.CountUnreadable(read.Count - drafts.Count, IntakeOrigin.Push);
        var results = await intake.AcceptAsync(drafts, IntakeOrigin.Push, backfill, http.RequestAborted);
        var answer = PushAnswer.From(read, results) with { Backfill = backfill };
        return answer.Accepted > 0 || read.Count == 0
            ? Results.Json(answer, statusCode: StatusCodes.Status202Accepted)
            : Results.Problem(
                statusCode: StatusCodes.Status400BadRequest,
                detail: answer.Rejected.Count == 1 ? answer.Rejected[0].Error : $"None of the {answer.Rejected.Count} articles could be taken.",
                extensions: new Dictionary<string, object?> { ["accepted"] = 0, ["rejected"] = answer.Rejected, ["articles"] = answer.Articles });
    }

    private static IResult Problem(int status, string detail) => Results.Problem(statusCode: status, detail: detail);
}
