using System.Text.Json;
using NewsWatch.Cli.Api;
using NewsWatch.Ingestion.Articles;
using NewsWatch.Ingestion.Files;

namespace NewsWatch.Cli.Push;

/// <summary>Reads a file as the inbox would and sends its articles.</summary>
internal static class FilePush
{
    /// <summary>Few enough for one request whatever the articles' size, many enough to be quick.</summary>
    private const int MostInOneRequest = 500;

    private const int MostBytesInOneRequest = 4 * 1024 * 1024;

    /// <exception cref="FormatException">The file cannot be read; the message says why.</exception>
    public static async Task<PushReport> SendAsync(ApiClient api, string name, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken, bool backfill = false)
    {
        var content = FileDrafts.Read(name, bytes);
        var report = new PushReport(name);
        report.Errors.AddRange(content.Errors);
        foreach (var part in Parts(content.Drafts))
        {
            var answer = await SendPartAsync(api, part, backfill, cancellationToken);
            report.Add(answer, part.ConvertAll(p => p.Place));
        }

        return report;
    }

    private static async Task<JsonElement> SendPartAsync(ApiClient api, List<(string Place, byte[] Json)> part, bool backfill, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        body.WriteByte((byte)'[');
        for (var i = 0; i < part.Count; i++)
        {
            if (i > 0) body.WriteByte((byte)',');
            body.Write(part[i].Json);
        }

        body.WriteByte((byte)']');
        try
        {
            return await api.PostAsync(backfill ? "api/articles?backfill=true" : "api/articles", ApiClient.JsonText(body.GetBuffer().AsMemory(0, (int)body.Length)), cancellationToken);
        }
        catch (ApiException e) when (e.Problem.ValueKind == JsonValueKind.Object && e.Problem.TryGetProperty("rejected", out _))
        {
            return e.Problem;
        }
    }

    private static IEnumerable<List<(string Place, byte[] Json)>> Parts(IReadOnlyList<(string Place, ArticleDraft Draft)> drafts)
    {
        var part = new List<(string, byte[])>();
        var size = 0;
        foreach (var (place, draft) in drafts)
        {
            var json = JsonSerializer.SerializeToUtf8Bytes(draft, Contracts.NewsWatchJson.Options);
            if (part.Count == MostInOneRequest || (part.Count > 0 && size + json.Length > MostBytesInOneRequest))
            {
                yield return part;
                part = [];
                size = 0;
            }

            part.Add((place, json));
            size += json.Length;
        }

        if (part.Count > 0) yield return part;
    }
}
