using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace NewsWatch.Gateway.Console;

/// <summary>Marks an endpoint that answers people: its errors are pages, too.</summary>
internal sealed class ConsolePage
{
    /// <summary>Renders a view.</summary>
    public static IResult Show<TView, TModel>(TModel model, int status = StatusCodes.Status200OK)
        where TView : View<TModel>
        where TModel : notnull =>
        new RazorComponentResult(typeof(TView), new Dictionary<string, object?> { ["Model"] = model }) { StatusCode = status, PreventStreamingRendering = true };

    /// <summary>After a form: a page that can be loaded again without sending it again.</summary>
    public static IResult Go(string path) => new SeeOther(path);

    private sealed class SeeOther(string path) : IResult
    {
        public Task ExecuteAsync(HttpContext http)
        {
            http.Response.StatusCode = StatusCodes.Status303SeeOther;
            http.Response.Headers.Location = path;
            return Task.CompletedTask;
        }
    }
}

/// <summary>A view shows one model and asks nobody for anything.</summary>
public abstract class View<TModel> : ComponentBase
{
    [Parameter, EditorRequired]
    public TModel Model { get; set; } = default!;
}
