using System.Text.Json;
using NewsWatch.Ingestion.Articles;

namespace NewsWatch.Ingestion.Push;

/// <summary>Reads articles from JSON in one pass: one object or an array of them. A bad article costs only itself.</summary>
public static class PushedArticles
{
    private static readonly JsonReaderOptions Options = new() { MaxDepth = 16 };

    /// <summary>One draft or one error an article.</summary>
    /// <exception cref="FormatException">The text is not JSON at all, or neither an object nor an array; the message says where.</exception>
    public static IReadOnlyList<DraftOrError> Read(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Trim(" \t\r\n"u8).IsEmpty) throw new FormatException("The body is empty: expected an article as a JSON object, or an array of articles.");
        var reader = new Utf8JsonReader(utf8, Options);
        try
        {
            reader.Read();
            var kind = reader.TokenType;
            var articles = kind switch
            {
                JsonTokenType.StartObject => [PushedArticle.Read(ref reader)],
                JsonTokenType.StartArray => ReadAll(ref reader),
                _ => null,
            };

            // Whatever stands behind is an error, which reading on says.
            reader.Read();
            return articles ?? throw new FormatException($"Expected an article as a JSON object, or an array of articles, not {PushedArticle.NameOf(kind)}.");
        }
        catch (JsonException e)
        {
            var reason = e.Message.Split(" LineNumber:", 2)[0];
            throw new FormatException($"The body is not JSON at line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}: {reason}", e);
        }
    }

    private static List<DraftOrError> ReadAll(ref Utf8JsonReader reader)
    {
        var articles = new List<DraftOrError>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) articles.Add(PushedArticle.Read(ref reader));
        return articles;
    }
}

/// <summary>A draft, or a sentence that says what is wrong with what was sent.</summary>
public readonly record struct DraftOrError(ArticleDraft? Draft, string? Error);
