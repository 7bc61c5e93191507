using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using NewsWatch.Contracts;

namespace NewsWatch.Gateway.Console.Live;

/// <summary>An alert as the live page shows it, for the stream.</summary>
internal sealed class AlertHtml(IServiceProvider services, ILoggerFactory loggers)
{
    public async Task<string> RenderAsync(AlertRaised alert)
    {
        await using var renderer = new HtmlRenderer(services, loggers);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(AlertCard.Line)] = AlertLine.Of(alert) });
            return (await renderer.RenderComponentAsync<AlertCard>(parameters)).ToHtmlString();
        });
    }
}
