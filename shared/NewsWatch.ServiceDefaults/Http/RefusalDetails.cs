using Microsoft.AspNetCore.Http;

namespace NewsWatch.ServiceDefaults.Http;

/// <summary>Says what is wrong where the framework refuses a request before any code of ours sees it; its own answers have a status and no more.</summary>
internal static class RefusalDetails
{
    public static void Add(ProblemDetailsContext context) => context.ProblemDetails.Detail ??= Of(context.HttpContext.Request, context.ProblemDetails.Status);

    private static string? Of(HttpRequest request, int? status) => status switch
    {
        StatusCodes.Status404NotFound => $"There is nothing at '{request.Path}'.",
        StatusCodes.Status405MethodNotAllowed => $"'{request.Method}' cannot be asked of '{request.Path}'; the header 'Allow' of this answer says what can.",
        StatusCodes.Status415UnsupportedMediaType when string.IsNullOrEmpty(request.ContentType) => "The body does not say what it is: send JSON with the header 'Content-Type: application/json'.",
        StatusCodes.Status415UnsupportedMediaType => $"The body says that it is '{request.ContentType}': send JSON with the header 'Content-Type: application/json'.",
        _ => null,
    };
}
