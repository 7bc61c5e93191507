using System.Text;
using NewsWatch.Contracts;
using NewsWatch.Storage.Alerts;

namespace NewsWatch.Gateway.Live;

/// <summary>Writes Server-Sent Events.</summary>
/// <param name="response">Where to.</param>
/// <param name="wanted">Which alerts.</param>
/// <param name="write">An alert as the event's data.</param>
internal sealed class EventWriter(HttpResponse response, StreamFilter wanted, Func<AlertRaised, Task<string>> write)
{
    /// <summary>Writes an alert, if it is wanted.</summary>
    public async Task SendAsync(AlertRaised alert, CancellationToken cancellationToken)
    {
        if (!wanted.Takes(alert)) return;
        var data = (await write(alert)).ReplaceLineEndings("\ndata: ");
        await WriteAsync($"id: {AlertCursor.Of(alert)}\nevent: alert\ndata: {data}\n\n", cancellationToken);
    }

    /// <summary>Writes lines as they are.</summary>
    public async Task WriteAsync(string text, CancellationToken cancellationToken)
    {
        await response.Body.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken);
        await response.Body.FlushAsync(cancellationToken);
    }
}
