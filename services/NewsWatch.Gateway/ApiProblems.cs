using Microsoft.AspNetCore.Diagnostics;
using NewsWatch.Gateway.Feeds;
using NewsWatch.Gateway.Fragments;
using NewsWatch.Gateway.Watches;
using NewsWatch.Matching.Language;
using NewsWatch.ServiceDefaults.Messaging;
using NewsWatch.Storage;

namespace NewsWatch.Gateway;

/// <summary>Turns what endpoints throw into problem details (RFC 9457), in one place.</summary>
internal sealed class ApiProblems : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext http, Exception exception, CancellationToken cancellationToken)
    {
        if (Describe(http, exception) is not { } problem) return false;
        http.Response.StatusCode = problem.StatusCode;
        await problem.ExecuteAsync(http);
        return true;
    }

    /// <summary>The problem of a query that cannot be read: <c>column</c> is 1-based.</summary>
    public static IResult Of(QuerySyntaxException e) => Results.Problem(
        statusCode: StatusCodes.Status400BadRequest,
        title: "The query cannot be read.",
        detail: e.Message,
        extensions: new Dictionary<string, object?> { ["column"] = e.Column, ["found"] = e.Found, ["expected"] = e.Expected, ["suggestion"] = e.Suggestion });

    private static IResult Of(RedExampleException e) => Results.Problem(
        statusCode: StatusCodes.Status400BadRequest,
        title: "An example of the watch comes out wrong.",
        detail: e.Message,
        extensions: new Dictionary<string, object?> { ["example"] = e.Example.Text, ["mustMatch"] = e.Example.MustMatch, ["number"] = e.Example.Number, ["decided"] = e.Example.Decided });

    private static IResult Of(FragmentBreaksException e) => Results.Problem(
        statusCode: StatusCodes.Status409Conflict,
        title: "Something that the fragment is part of would be wrong.",
        detail: e.Message,
        extensions: new Dictionary<string, object?> { ["broken"] = e.Broken });

    private static IResult Of(FragmentInUseException e) => Results.Problem(
        statusCode: StatusCodes.Status409Conflict,
        title: "The fragment is in use.",
        detail: e.Message,
        extensions: new Dictionary<string, object?> { ["usedBy"] = e.Users });

    public static IResult Bad(string detail) => Results.Problem(statusCode: StatusCodes.Status400BadRequest, detail: detail);

    public static IResult NotFound(string detail) => Results.Problem(statusCode: StatusCodes.Status404NotFound, detail: detail);

    private static StatusProblem? Describe(HttpContext http, Exception exception)
    {
        switch (exception)
        {
            case QuerySyntaxException e:
                return new(StatusCodes.Status400BadRequest, Of(e));
            case RedExampleException e:
                return new(StatusCodes.Status400BadRequest, Of(e));
            case FragmentBreaksException e:
                return new(StatusCodes.Status409Conflict, Of(e));
            case FragmentInUseException e:
                return new(StatusCodes.Status409Conflict, Of(e));
            case FeedPresentException:
                return new(StatusCodes.Status409Conflict, Results.Problem(statusCode: StatusCodes.Status409Conflict, detail: exception.Message));
            case InvalidCursorException or FormatException:
                return new(StatusCodes.Status400BadRequest, Bad(exception.Message));
            case CursorExpiredException:
                return new(StatusCodes.Status410Gone, Results.Problem(statusCode: StatusCodes.Status410Gone, detail: exception.Message));
            case BadHttpRequestException e:
                return new(e.StatusCode, Results.Problem(statusCode: e.StatusCode, detail: BadInput.Describe(e)));
            case VersionConflictException e:
                return new(StatusCodes.Status412PreconditionFailed, Results.Problem(
                    statusCode: StatusCodes.Status412PreconditionFailed,
                    detail: e.Message,
                    extensions: new Dictionary<string, object?> { ["currentVersion"] = e.CurrentVersion }));
            case StoreUnavailableException or BrokerUnavailableException:
                http.Response.Headers.RetryAfter = "5";
                return new(StatusCodes.Status503ServiceUnavailable, Results.Problem(statusCode: StatusCodes.Status503ServiceUnavailable, detail: $"{exception.Message} Try again in a few seconds."));
            default:
                return null;
        }
    }

    private readonly record struct StatusProblem(int StatusCode, IResult Result)
    {
        public Task ExecuteAsync(HttpContext http) => Result.ExecuteAsync(http);
    }
}
