using NewsWatch.ServiceDefaults.Http.Guard;

namespace NewsWatch.Cli.Inspect.Sources;

/// <summary>Reads web addresses through the guarded client, and everything else as a file.</summary>
internal sealed class WebSource(HttpClient client, OutboundGuardOptions limits, TimeProvider time, IDocumentSource files) : IDocumentSource
{
    public async Task<InspectedDocument> ReadAsync(string argument, CancellationToken cancellation)
    {
        if (!IsWeb(argument)) return await files.ReadAsync(argument, cancellation);
        using var response = await client.GetAsync(new Uri(argument), HttpCompletionOption.ResponseHeadersRead, cancellation);
        if (!response.IsSuccessStatusCode) throw new IOException($"{argument} answers {(int)response.StatusCode} {response.ReasonPhrase}.");
        var bytes = await BoundedContent.ReadAsync(response, limits, time, cancellation);
        var contentType = response.Content.Headers.TryGetValues("Content-Type", out var values) ? values.FirstOrDefault() : null;
        return new InspectedDocument(bytes, contentType, response.RequestMessage?.RequestUri?.AbsoluteUri ?? argument);
    }

    private static bool IsWeb(string argument) =>
        argument.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || argument.StartsWith("https://", StringComparison.OrdinalIgnoreCase);
}
