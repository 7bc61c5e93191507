using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using NewsWatch.Cli.Api;
using NewsWatch.Cli.Output;
using NewsWatch.Contracts;
using NewsWatch.Gateway.Transfer;

namespace NewsWatch.Cli.Transfer.Importing;

/// <summary>Sends lines in parts; the position is remembered when the server has a part for certain.</summary>
internal sealed class Importer(ApiClient api, ImportFile file, ImportMemory? memory, TimeProvider clock)
{
    private const int MostLines = 500;
    private const int MostBytes = 4 * 1024 * 1024;

    /// <summary>A server that works through what it was sent answers that it is busy; how long to be patient with it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    public async Task<ImportResult> RunAsync(IReadOnlyList<TransferKind> kinds, CancellationToken cancellationToken)
    {
        var progress = memory?.Read() ?? new(0, new());
        while (file.Line < progress.Line && file.Read() is not null)
        {
        }

        await LongWork.RunAsync("Importing", file.Length, async advance =>
        {
            while (Part(kinds) is { Count: > 0 } part)
            {
                progress = new(file.Line, progress.Result.With(await SendAsync(part, cancellationToken), part.ConvertAll(p => p.Line)));
                memory?.Write(progress);
                advance.To(file.Position);
            }

            advance.To(file.Length, "Imported");
        });
        return progress.Result;
    }

    private List<(int Line, string Text)> Part(IReadOnlyList<TransferKind> kinds)
    {
        var (part, size) = (new List<(int, string)>(), 0);
        while (part.Count < MostLines && size < MostBytes && file.Read() is { } line)
        {
            // A kind that this version does not know goes to the server, which says so.
            if (TransferLine.KindOf(line) is { } kind && !kinds.Contains(kind)) continue;
            part.Add((file.Line, line));
            size += line.Length;
        }

        return part;
    }

    private async Task<TransferAnswer> SendAsync(List<(int Line, string Text)> part, CancellationToken cancellationToken)
    {
        var body = Encoding.UTF8.GetBytes(string.Concat(part.Select(p => p.Text + "\n")));
        var started = clock.GetTimestamp();
        while (true)
        {
            try
            {
                var content = new ReadOnlyMemoryContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/jsonl") } };
                return (await api.PostAsync("api/import", content, cancellationToken)).Deserialize<TransferAnswer>(NewsWatchJson.Options)!;
            }
            catch (ApiException e) when (e.Status is HttpStatusCode.ServiceUnavailable or HttpStatusCode.TooManyRequests && clock.GetElapsedTime(started) < Patience)
            {
                // Sending the same again is safe.
                await Task.Delay(TimeSpan.FromSeconds(2), clock, cancellationToken);
            }
        }
    }
}
