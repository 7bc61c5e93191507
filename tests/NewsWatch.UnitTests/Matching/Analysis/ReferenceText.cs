using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace NewsWatch.UnitTests.Matching.Analysis;

/// <summary>A text and what Elasticsearch makes of it.</summary>
internal sealed record ReferenceText(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("text")] string Text,
    [property: JsonPropertyName("tokens")] JsonElement[][] Tokens,
    [property: JsonPropertyName("exact")] string[] Exact,
    [property: JsonPropertyName("stem")] string[] Stem)
{
    public static IEnumerable<ReferenceText> ReadAll()
    {
        var path = SharedData.Require("text-analysis/tokens.jsonl.gz");
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line) yield return JsonSerializer.Deserialize<ReferenceText>(line)!;
    }
}
