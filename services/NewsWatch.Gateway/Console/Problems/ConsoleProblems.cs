using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;

namespace NewsWatch.Gateway.Console.Problems;

/// <summary>Shows what a page throws as a page.</summary>
internal sealed class ConsoleProblems : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext http, Exception exception, CancellationToken cancellationToken)
    {
        if (http.Features.Get<IExceptionHandlerFeature>()?.Endpoint?.Metadata.GetMetadata<ConsolePage>() is null) return false;
        var (problem, status) = Problem.Of(exception, Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier);
        PageHeaders.Set(http.Response.Headers);
        await ConsolePage.Show<ProblemView, Problem>(problem, status).ExecuteAsync(http);
        return true;
    }
}
