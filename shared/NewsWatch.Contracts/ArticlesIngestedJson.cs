using System.Buffers;
using System.Text.Json;

namespace NewsWatch.Contracts;

/// <summary>Writes a batch as <see cref="NewsWatchJson"/> would, to the byte, in half the time: of what Ingestion spends on an article, writing it was a tenth.</summary>
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
        if (ingested.TraceParent is { } traceParent) json.WriteString("traceParent"u8, traceParent);
        if (ingested.TraceState is { } traceState) json.WriteString("traceState"u8, traceState);
        json.WriteBoolean("backfill"u8, ingested.Backfill);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Article article)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, article.Id);
        json.WriteNumber("revision"u8, article.Revision);
        if (article.Url is { } url) json.WriteString("url"u8, url);
        json.WriteString("title"u8, article.Title);
        json.WriteString("summary"u8, article.Summary);
        json.WriteString("body"u8, article.Body);
        if (article.Source is { } source) json.WriteString("source"u8, source);
        if (article.Domain is { } domain) json.WriteString("domain"u8, domain);
        Write(json, "author"u8, article.Author);
        Write(json, "tag"u8, article.Tag);
        json.WriteString("lang"u8, article.Lang);
        if (article.Published is { } published) Write(json, "published"u8, published);
        Write(json, "seen"u8, article.Seen);
        Write(json, "revised"u8, article.Revised);
        json.WriteString("hash"u8, article.Hash);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ReadOnlySpan<byte> name, IReadOnlyList<string> texts)
    {
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
