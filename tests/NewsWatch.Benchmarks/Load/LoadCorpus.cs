using System.IO.Compression;
using System.Text;
using System.Text.Json;
using NewsWatch.Contracts;
using NewsWatch.Testing;

namespace NewsWatch.Benchmarks.Load;

/// <summary>Real feed items as bodies of pushes.</summary>
internal sealed record LoadCorpus(string Name, IReadOnlyList<byte[]> Articles)
{
    /// <summary>The items of <c>../shared/data/corpus-rss2026</c>, or of another file of the same shape.</summary>
    public static LoadCorpus Read(string? file, int limit)
    {
        file ??= SharedMaterial.Path("data", "corpus-rss2026", "dev.jsonl.gz")
            ?? throw new FileNotFoundException("There is no ../shared/data/corpus-rss2026/dev.jsonl.gz: name a file with --corpus (JSON lines of title, text, link, source, published; .gz or plain).");
        using var raw = File.OpenRead(file);
        using var stream = file.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(raw, CompressionMode.Decompress) : (Stream)raw;
        using var reader = new StreamReader(stream);
        var articles = new List<byte[]>();
        while (articles.Count < limit && reader.ReadLine() is { } line) articles.Add(ToArticle(line));
        return new LoadCorpus(Path.GetFileName(file), articles);
    }

    /// <summary>The articles under the addresses of another round, so that they are other articles; those without an address are left out.</summary>
    public LoadCorpus ForRound(int round) =>
        new($"round {round}", [.. Articles.Select(Encoding.UTF8.GetString).Where(HasAddress).Select(article => Encoding.UTF8.GetBytes(Elsewhere(article, round)))]);

    /// <summary>Several articles as one request body.</summary>
    public static byte[] BodyOf(IEnumerable<byte[]> articles) => Encoding.UTF8.GetBytes($"[{string.Join(',', articles.Select(Encoding.UTF8.GetString))}]");

    private static bool HasAddress(string article) => article.Contains("\"url\":\"http", StringComparison.Ordinal);

    private static string Elsewhere(string article, int round) => article
        .Replace("\"url\":\"https://", $"\"url\":\"https://round-{round}.", StringComparison.Ordinal)
        .Replace("\"url\":\"http://", $"\"url\":\"http://round-{round}.", StringComparison.Ordinal);

    private static byte[] ToArticle(string line)
    {
        using var item = JsonDocument.Parse(line);
        string? Text(string name) => item.RootElement.TryGetProperty(name, out var value) ? value.GetString() : null;
        return JsonSerializer.SerializeToUtf8Bytes(
            new { title = Text("title"), summary = Text("text"), url = Text("link"), source = Text("source"), published = Text("published"), lang = "en" }, NewsWatchJson.Options);
    }
}
