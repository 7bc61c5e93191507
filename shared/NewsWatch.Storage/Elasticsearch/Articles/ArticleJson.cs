using System.Buffers;
using System.Text.Json;
using NewsWatch.Contracts;
using NewsWatch.Storage.Articles;

namespace NewsWatch.Storage.Elasticsearch.Articles;

/// <summary>An article as a document: its own JSON, and in front of it the key by which people compare outlets.</summary>
internal static class ArticleJson
{
    public static ReadOnlyMemory<byte> Of(Article article)
    {
        var own = JsonSerializer.SerializeToUtf8Bytes(article, NewsWatchJson.Options);
        var outlet = JsonSerializer.SerializeToUtf8Bytes(OutletKey.Of(article.Source), NewsWatchJson.Options);
        var document = new ArrayBufferWriter<byte>(own.Length + outlet.Length + 16);
        document.Write("{\"outlet\":"u8);
        document.Write(outlet);
        document.Write(","u8);
        document.Write(own.AsSpan(1));
        return document.WrittenMemory;
    }
}
