using System.Text.Json;
using NewsWatch.Ingestion.Articles;

namespace NewsWatch.Ingestion.Push;

/// <summary>Reads articles from JSON: one object or an array of them. A bad article costs only itself.</summary>
public static class PushedArticles
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 16 };

    /// <summary>One draft or one error an article.</summary>
    /// <exception cref="FormatException">The text is not JSON at all, or neither an object nor an array; the message says where.</exception>
    public static IReadOnlyList<DraftOrError> Read(ReadOnlyMemory<byte> utf8)
    {
        using var document = Parse(utf8);
        return document.RootElement.ValueKind switch
        {
            JsonValueKind.Object => [PushedArticle.Read(document.RootElement)],
            JsonValueKind.Array => [.. document.RootElement.EnumerateArray().Select(PushedArticle.Read)],
            var kind => throw new FormatException($"Expected an article as a JSON object, or an array of articles, not {PushedArticle.NameOf(kind)}."),
        };
    }

    private static JsonDocument Parse(ReadOnlyMemory<byte> utf8)
    {
        if (utf8.Span.Trim(" \t\r\n"u8).IsEmpty) throw new FormatException("The body is empty: expected an article as a JSON object, or an array of articles.");
        try
        {
            return JsonDocument.Parse(utf8, Options);
        }
        catch (JsonException e)
        {
            var reason = e.Message.Split(" LineNumber:", 2)[0];
            throw new FormatException($"The body is not JSON at line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}: {reason}", e);
        }
    }
}

/// <summary>A draft, or a sentence that says what is wrong with what was sent.</summary>
public readonly record struct DraftOrError(ArticleDraft? Draft, string? Error);
