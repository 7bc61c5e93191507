using System.Text.Json;
using NewsWatch.Cli.Output;
using NewsWatch.Matching;
using NewsWatch.Matching.Watches;

namespace NewsWatch.Cli.Match;

/// <summary>Matches articles line by line, so that input of any length needs little memory.</summary>
internal sealed class OfflineMatcher(WatchSet watches, JsonLines output)
{
    /// <summary>Returns how many lines could not be read; each is written as <c>{line, error}</c>.</summary>
    public int Run(Stream articles, CancellationToken cancellationToken)
    {
        var bad = 0;
        using var reader = new StreamReader(articles);
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (string.IsNullOrWhiteSpace(line)) continue;
            try
            {
                Match(OfflineArticle.Read(line, number));
            }
            catch (FormatException e)
            {
                bad++;
                output.Write((number, e.Message), static (json, error) =>
                {
                    json.WriteNumber("line"u8, error.number);
                    json.WriteString("error"u8, error.Message);
                });
            }
        }

        return bad;
    }

    private void Match(OfflineArticle article) =>
        watches.Match(article.Document, (this, article), static (watch, spans, state) => state.Item1.Write(state.article, watch, spans));

    private void Write(OfflineArticle article, string watch, ReadOnlySpan<MatchSpan> spans) =>
        output.Write((article, watch, spans: spans.ToArray()), static (json, match) =>
        {
            json.WritePropertyName("article"u8);
            match.article.WriteId(json);
            json.WriteString("watch"u8, match.watch);
            json.WriteStartArray("matches"u8);
            foreach (var span in match.spans) WriteSpan(json, match.article.Document, span);
            json.WriteEndArray();
        });

    private static void WriteSpan(Utf8JsonWriter json, Document document, MatchSpan span)
    {
        json.WriteStartObject();
        json.WriteString("field"u8, Fields.Name(span.Field));
        json.WriteNumber("start"u8, span.Start);
        json.WriteNumber("length"u8, span.Length);
        json.WriteString("text"u8, document.TextOf(span.Field).AsSpan(span.Start, span.Length));
        json.WriteEndObject();
    }
}
