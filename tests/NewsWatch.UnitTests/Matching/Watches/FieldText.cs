using NewsWatch.Matching;

namespace NewsWatch.UnitTests.Matching.Watches;

/// <summary>The text that a span's offsets count in.</summary>
internal static class FieldText
{
    public static string Of(Document document, Field field) => field switch
    {
        Field.Title => document.Title,
        Field.Summary => document.Summary,
        Field.Body => document.Body,
        Field.Source => document.Source,
        Field.Domain => document.Domain,
        Field.Lang => document.Lang,
        Field.Author => string.Join('\n', document.Author),
        Field.Tag => string.Join('\n', document.Tag),
        _ => document.Url,
    };

    public static string Of(Document document, MatchSpan span) => Of(document, span.Field).Substring(span.Start, span.Length);
}
