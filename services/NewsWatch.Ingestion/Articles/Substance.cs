using System.Buffers;
using System.Globalization;
using NewsWatch.Contracts;

namespace NewsWatch.Ingestion.Articles;

/// <summary>
/// Tells an edit from a repeat. What counts are the words with their case and accents, in their order. Spacing, punctuation and the shape of
/// quotation marks do not count, nor does what a page says about itself (<see cref="Furniture"/>): its clock, its counters, its advertisements.
/// Numbers count: a death toll is news. So does a hyphen inside a word: a watch on "non-lethal" sees it.
/// </summary>
public static class Substance
{
    private static readonly SearchValues<char> Plain = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789");

    /// <summary>The fingerprint of an article's texts: equal for texts that are the same in substance.</summary>
    public static string HashOf(string title, string summary, string body) => DerivedId.From(Words(title), Words(Furniture.Without(summary)), Words(Furniture.Without(body)));

    /// <summary>The words, one space between them; a text without words stands for itself.</summary>
    private static string Words(string text)
    {
        var buffer = ArrayPool<char>.Shared.Rent(text.Length);
        try
        {
            var length = 0;
            var gap = false;
            for (var at = 0; at < text.Length;)
            {
                // A plain word, as most are, is taken at once; anything else unit by unit.
                var plain = LengthOfPlainWord(text.AsSpan(at));
                var unit = plain > 0 ? text[at] : Counted(text, at);
                var taken = Math.Max(plain, 1);
                if (unit == ' ')
                {
                    gap = length > 0;
                }
                else
                {
                    // A gap stands for at least one unit of the text, so the buffer is always long enough.
                    if (gap) buffer[length++] = ' ';
                    gap = false;
                    buffer[length] = unit;
                    text.AsSpan(at, plain).CopyTo(buffer.AsSpan(length));
                    length += taken;
                }

                at += taken;
            }

            return length == 0 ? text : new string(buffer, 0, length);
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer);
        }
    }

    private static int LengthOfPlainWord(ReadOnlySpan<char> text)
    {
        // In most scripts there is none, and this is asked for every unit.
        if (!char.IsAsciiLetterOrDigit(text[0])) return 0;
        return text.IndexOfAnyExcept(Plain) is >= 0 and var length ? length : text.Length;
    }

    /// <summary>The unit as it counts; a space for what only separates.</summary>
    private static char Counted(string text, int at)
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

    private static bool IsInside(string text, int at) => at > 0 && at + 1 < text.Length && char.IsLetterOrDigit(text[at - 1]) && char.IsLetterOrDigit(text[at + 1]);
}
