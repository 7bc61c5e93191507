using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using NewsWatch.Contracts;
using NewsWatch.Storage.Elasticsearch.Articles;

namespace NewsWatch.Benchmarks.Archive;

/// <summary>Documents a second into Elasticsearch: the Indexer's way, and bare <c>_bulk</c> requests of 1,000 documents that were made ready before, two at a time, into an index of the same mapping.</summary>
internal static class ElasticsearchWriting
{
    private const int DocumentsInARequest = 1_000;
    private const int Senders = 2;
    private static int _runs;

    public static async Task<double> OursAsync(string server, Article[] articles)
    {
        var prefix = Prefix();
        await using var store = await ArchiveStore.OpenAsync(("ConnectionStrings:elasticsearch", server), ("NewsWatch:Elasticsearch:Prefix", prefix));
        var watch = Stopwatch.StartNew();
        await store.WriteAsync(articles);
        var rate = articles.Length / watch.Elapsed.TotalSeconds;
        await RemoveAsync(server, prefix);
        return rate;
    }

    public static async Task<double> BareAsync(string server, Article[] articles)
    {
        var prefix = Prefix();
        await using var store = await ArchiveStore.OpenAsync(("ConnectionStrings:elasticsearch", server), ("NewsWatch:Elasticsearch:Prefix", prefix));
        using var http = new HttpClient { BaseAddress = new Uri(server) };
        var bodies = articles.Chunk(DocumentsInARequest).Select(chunk => Body(prefix, chunk)).ToArray();
        var watch = Stopwatch.StartNew();
        await Parallel.ForEachAsync(bodies, new ParallelOptions { MaxDegreeOfParallelism = Senders }, async (body, token) => await SendAsync(http, body, token));
        var rate = articles.Length / watch.Elapsed.TotalSeconds;
        await RemoveAsync(server, prefix);
        return rate;
    }

    /// <summary>Removes what a run has left.</summary>
    public static async Task RemoveAsync(string server, string prefix)
    {
        using var http = new HttpClient { BaseAddress = new Uri(server) };
        foreach (var index in JsonNode.Parse(await http.GetStringAsync($"/{prefix}-*/_alias"))!.AsObject()) (await http.DeleteAsync("/" + index.Key)).EnsureSuccessStatusCode();
    }

    private static string Prefix() => FormattableString.Invariant($"bench{Environment.ProcessId}-{++_runs}");

    private static byte[] Body(string prefix, Article[] articles)
    {
        using var body = new MemoryStream();
        foreach (var article in articles)
        {
            body.Write(System.Text.Encoding.UTF8.GetBytes(FormattableString.Invariant($"{{\"create\":{{\"_index\":\"{prefix}-articles-{article.Seen:yyyy.MM}\",\"_id\":\"{article.Id}\"}}}}\n")));
            body.Write(ArticleJson.Of(article).Span);
            body.WriteByte((byte)'\n');
        }

        return body.ToArray();
    }

    private static async Task SendAsync(HttpClient http, byte[] body, CancellationToken cancellationToken)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/x-ndjson");
        using var answer = await http.PostAsync("/_bulk?filter_path=errors,items.*._id,items.*.status", content, cancellationToken);
        var json = JsonNode.Parse(await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync(cancellationToken))!;
        if ((bool)json["errors"]!) throw new InvalidOperationException("A bare bulk request had errors.");
    }
}
