using System.Buffers;
using System.Text.Json;

namespace NewsWatch.Contracts;

/// <summary>Writes a batch as <see cref="NewsWatchJson"/> would, to the byte, in half the time: of what Ingestion spends on an article, writing it was a tenth.</summary>
/// <remarks>What came from outside may hold nulls where none should be: like all others they are left out, and readers have their defaults.</remarks>
public static class ArticlesIngestedJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = NewsWatchJson.Options.Encoder, SkipValidation = true };

    /// <summary>Writes UTF-8 JSON.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="batch">The batch; strings with unpaired surrogates are written with U+FFFD in their place.</param>
    public static void Write(IBufferWriter<byte> output, ArticlesIngested batch)
    {
        using var json = new Utf8JsonWriter(output, Options);
        json.WriteStartObject();
        json.WriteStartArray("articles"u8);
        foreach (var article in batch.Articles) Write(json, article);
        json.WriteEndArray();
        if (batch.ImportedAlerts is { } alerts)
        {
            // Only a move between archives brings these.
            json.WritePropertyName("importedAlerts"u8);
            JsonSerializer.Serialize(json, alerts, NewsWatchJson.Options);
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, IngestedArticle ingested)
    {
        json.WriteStartObject();
        json.WritePropertyName("article"u8);
        Write(json, ingested.Article);
        Write(json, "traceParent"u8, ingested.TraceParent);
        Write(json, "traceState"u8, ingested.TraceState);
        json.WriteBoolean("backfill"u8, ingested.Backfill);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Article article)
    {
        json.WriteStartObject();
        Write(json, "id"u8, article.Id);
        json.WriteNumber("revision"u8, article.Revision);
        Write(json, "url"u8, article.Url);
        Write(json, "title"u8, article.Title);
        Write(json, "summary"u8, article.Summary);
        Write(json, "body"u8, article.Body);
        Write(json, "source"u8, article.Source);
        Write(json, "domain"u8, article.Domain);
        Write(json, "author"u8, article.Author);
        Write(json, "tag"u8, article.Tag);
        Write(json, "lang"u8, article.Lang);
        if (article.Published is { } published) Write(json, "published"u8, published);
        Write(json, "seen"u8, article.Seen);
        Write(json, "revised"u8, article.Revised);
        Write(json, "hash"u8, article.Hash);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ReadOnlySpan<byte> name, string? text)
    {
        if (text is not null) json.WriteString(name, text);
    }

    private static void Write(Utf8JsonWriter json, ReadOnlySpan<byte> name, IReadOnlyList<string>? texts)
    {
        if (texts is null) return;
        json.WriteStartArray(name);
        for (var i = 0; i < texts.Count; i++) json.WriteStringValue(texts[i]);
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, ReadOnlySpan<byte> name, DateTimeOffset time)
    {
        json.WritePropertyName(name);
        UtcTimeConverter.Write(json, time);
    }
}
