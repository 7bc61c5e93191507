using System.Globalization;
using NewsWatch.Matching;

namespace NewsWatch.Storage.Sqlite.Articles.Search;

/// <summary>Writes the pieces of an FTS5 expression.</summary>
internal static class FtsSyntax
{
    /// <summary>Tokens one after another, the last one a prefix if so told.</summary>
    public static string Phrase(IEnumerable<string> tokens, bool prefix = false) =>
        "\"" + string.Join(' ', tokens).Replace("\"", "\"\"", StringComparison.Ordinal) + (prefix ? "\" *" : "\"");

    /// <summary>Phrases with at most <paramref name="distance"/> tokens between the end of the first and the start of the last.</summary>
    public static string Near(IEnumerable<string> phrases, int distance) =>
        string.Create(CultureInfo.InvariantCulture, $"NEAR({string.Join(' ', phrases)}, {distance})");

    /// <summary>An expression that looks only in the columns of <paramref name="field"/>; title, summary and body where it is <see langword="null"/>.</summary>
    public static string In(Field? field, string expression) => $"{(field is { } f ? Fields.Name(f) : "{title summary body}")} : {expression}";
}
