namespace NewsWatch.Gateway.Console.Problems;

/// <summary>A browser that asks for what is not there gets a page; programs get problem details as before.</summary>
internal static class NoSuchPage
{
    public static async Task AnswerAsync(HttpContext http, RequestDelegate next)
    {
        await next(http);
        if (http.Response.StatusCode != StatusCodes.Status404NotFound || http.Response.HasStarted || http.GetEndpoint() is not null || !WantsPage(http.Request)) return;
        PageHeaders.Set(http.Response.Headers);
        await ConsolePage.Show<ProblemView, Problem>(
            new Problem("There is no such page.", $"Nothing is kept at {http.Request.Path}.", "Check the address, or start from one of the places above."),
            StatusCodes.Status404NotFound).ExecuteAsync(http);
    }

    /// <summary>Whether a person asks, by way of a browser.</summary>
    public static bool WantsPage(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase) && !request.Path.StartsWithSegments("/api");
}
