using Microsoft.AspNetCore.Antiforgery;
using NewsWatch.Gateway.Console.Problems;

namespace NewsWatch.Gateway.Console;

/// <summary>Refuses a form that this console did not write, or wrote too long ago.</summary>
internal static class FormGuard
{
    public static async ValueTask<object?> CheckAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (!HttpMethods.IsPost(http.Request.Method) || await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http)) return await next(context);
        return ConsolePage.Show<ProblemView, Problem>(
            new Problem("This form is no longer good.", "It was open for too long, in another browser, or came from another site. Nothing was changed.", "Go back, load the page again, and send the form once more."),
            StatusCodes.Status400BadRequest);
    }
}
