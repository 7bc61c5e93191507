using Spectre.Console;

namespace NewsWatch.Cli.Output;

/// <summary>A text with places in it made to stand out.</summary>
internal static class Marked
{
    private static readonly Style Mark = new(Color.Yellow, decoration: Decoration.Bold);

    /// <summary>Appends the text to a paragraph; spans are pairs of start and length, in order.</summary>
    public static Paragraph AppendMarked(this Paragraph paragraph, string text, IEnumerable<(int Start, int Length)> spans, Style? style = null)
    {
        var done = 0;
        foreach (var (start, length) in spans)
        {
            // What a server of another version sends may not fit; then it is shown unmarked.
            if (start < done || length <= 0 || start + length > text.Length) continue;
            paragraph.Append(SafeText.Line(text[done..start]), style);
            paragraph.Append(SafeText.Line(text.Substring(start, length)), Mark);
            done = start + length;
        }

        return paragraph.Append(SafeText.Line(text[done..]), style);
    }
}
