using System.Buffers;
using System.Globalization;
using NewsWatch.Contracts;
using NewsWatch.Formats.Text;

namespace NewsWatch.Ingestion.Articles;

/// <summary>
/// Tells an edit from a repeat. What counts are the words with their case and accents, in their order. Spacing, punctuation and the shape of
/// quotation marks do not count, nor does what a page says about itself (<see cref="Furniture"/>): its clock, its counters, its advertisements.
/// Numbers count: a death toll is news. So does a hyphen inside a word: a watch on "non-lethal" sees it.
/// </summary>
public static class Substance
{
    /// <summary>What most texts are made of: it counts as it is, but for spaces at the ends and side by side.</summary>
    private static readonly SearchValues<char> Plain = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 ");

    /// <summary>The fingerprint of an article's texts: equal for texts that are the same in substance.</summary>
    public static string HashOf(string title, string summary, string body)
    {
        (summary, body) = (Furniture.Without(summary), Furniture.Without(body));
        var buffer = ArrayPool<char>.Shared.Rent(Math.Max(title.Length, Math.Max(summary.Length, body.Length)));
        using var id = new DerivedIdBuilder();
        id.Add(Words(title, buffer));
        id.Add(Words(summary, buffer));
        id.Add(Words(body, buffer));
        ArrayPool<char>.Shared.Return(buffer);
        return id.ToId();
    }

    /// <summary>The words, one space between them, in <paramref name="buffer"/>; a text without words stands for itself.</summary>
    /// <remarks>A gap stands for at least one unit of the text, so as much room as the text takes is always enough.</remarks>
    private static ReadOnlySpan<char> Words(ReadOnlySpan<char> text, Span<char> buffer)
    {
        var length = 0;
        var gap = false;
        for (var at = 0; at < text.Length;)
        {
            // Most scripts have no plain text, and this is asked for every unit.
            var plain = char.IsAsciiLetterOrDigit(text[at]) ? PlainRun.At(text[at..], Plain) : [];
            var unit = plain.Length > 0 ? text[at] : Counted(text, at);
            if (unit == ' ')
            {
                gap = length > 0;
                at++;
                continue;
            }

            if (gap) buffer[length++] = ' ';
            gap = false;
            var taken = Math.Max(plain.Length, 1);
            buffer[length] = unit;
            plain.CopyTo(buffer[length..]);
            length += taken;
            at += taken;
        }

        return length == 0 ? text : buffer[..length];
    }

    /// <summary>The unit as it counts; a space for what only separates.</summary>
    private static char Counted(ReadOnlySpan<char> text, int at)
    {
        var unit = text[at];
        if (unit is ' ' or ',' or '.' or '\n') return ' ';
        if (unit is '-' or '\u2010' or '\u2011') return IsInside(text, at) ? '-' : ' ';
        if (unit is '\'' or '\u2019' or '\u02BC') return IsInside(text, at) ? '\'' : ' ';
        return char.GetUnicodeCategory(unit) switch
        {
            <= UnicodeCategory.OtherNumber or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse => unit,
            UnicodeCategory.MathSymbol or UnicodeCategory.CurrencySymbol or UnicodeCategory.OtherSymbol => unit,
            _ => ' ',
        };
    }

    private static bool IsInside(ReadOnlySpan<char> text, int at) => at > 0 && at + 1 < text.Length && char.IsLetterOrDigit(text[at - 1]) && char.IsLetterOrDigit(text[at + 1]);
}
