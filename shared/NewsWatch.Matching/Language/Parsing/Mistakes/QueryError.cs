using NewsWatch.Matching.Language.Parsing.Lexing;

namespace NewsWatch.Matching.Language.Parsing.Mistakes;

/// <summary>Makes syntax errors of one shape.</summary>
internal static class QueryError
{
    public const string EndOfQuery = "end of query";

    public const string Operand = "a word, a \"phrase\", a field or '('";

    /// <param name="text">The whole query.</param>
    /// <param name="start">Where, counted from 0.</param>
    /// <param name="end">Where what stands there ends.</param>
    /// <param name="why">What is wrong, as a sentence.</param>
    /// <param name="expected">What could stand there.</param>
    /// <param name="suggestion">The query as it was probably meant.</param>
    public static QuerySyntaxException At(string text, int start, int end, string why, string expected, string? suggestion = null)
    {
        if (string.IsNullOrWhiteSpace(suggestion)) suggestion = null;
        var found = start >= text.Length ? EndOfQuery : Shorten(text[start..Math.Min(end, text.Length)]);
        var quoted = found == EndOfQuery ? found : $"'{found}'";
        var message = $"{why} Column {start + 1}: found {quoted}, expected {expected}.";
        return new(suggestion is null ? message : $"{message} Did you mean: {suggestion}", start + 1, found, expected, suggestion);
    }

    /// <summary>The reference to a fragment cannot be followed.</summary>
    public static QuerySyntaxException InFragment(string text, Lexeme reference, string reason) => new(
        $"{reason} Column {reference.Start + 1}: found '@{reference.Text}', expected a fragment that can be read here.",
        reference.Start + 1, text[reference.Start..reference.End], "a fragment that can be read here")
    { FragmentReason = reason };

    public static QuerySyntaxException At(string text, Lexeme lexeme, string why, string expected, string? suggestion = null) =>
        At(text, lexeme.Start, lexeme.End, why, expected, suggestion);

    /// <summary>The query with a stretch replaced, as a suggestion; spaces around are tidied.</summary>
    public static string Replace(string text, int start, int end, string with)
    {
        var before = text[..start];
        var after = text[end..];
        if (with.Length == 0 && (before.Length == 0 || before[^1] == ' ')) after = after.TrimStart();
        return (before + with + after).Trim();
    }

    private static string Shorten(string found) => found.Length <= 40 ? found : found[..39] + "…";
}
