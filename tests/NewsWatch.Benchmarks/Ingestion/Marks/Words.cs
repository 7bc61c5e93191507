using NewsWatch.Formats.Text.Html;

namespace NewsWatch.Benchmarks.Ingestion.Marks;

/// <summary>Texts compared by what is read, markup and white space aside.</summary>
internal static class Words
{
    public static string Of(string? text) => string.Join(' ', HtmlText.Of(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public static string Plain(string? text) => string.Join(' ', (text ?? "").Replace("\u00AD", "", StringComparison.Ordinal).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public static string Letters(string? text) => string.Concat((text ?? "").Where(c => !char.IsWhiteSpace(c)));
}
