using System.Buffers;
using System.Text;
using NewsWatch.Formats.Text.Charsets;
using NewsWatch.Matching.Unicode;

namespace NewsWatch.Formats.Text;

/// <summary>Text as the system keeps it: NFC, no control characters, no unpaired surrogates, white space in order.</summary>
public static class PlainText
{
    // The control characters from 128 on are windows-1252 that was taken for Latin-1.
    private static readonly Encoding Windows1252 = CharsetNames.Find("windows-1252")!;

    private static readonly SearchValues<char> Plain = SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Select(c => (char)c)]);

    /// <summary>What cleaning drops, mends or makes a space; surrogates are looked at with the normal form.</summary>
    private static readonly SearchValues<char> Unclean = SearchValues.Create(
        [.. Enumerable.Range(0, 0x10000).Select(c => (char)c).Where(c => c != ' ' && !char.IsSurrogate(c) && (char.IsControl(c) || IsSpace(new Rune(c)) || IsDropped(new Rune(c))))]);

    /// <summary>One line: every run of white space becomes one space.</summary>
    public static string Line(string? text) => Clean(text, keepLines: false);

    /// <summary>Paragraphs: lines stay lines, paragraphs are separated by one blank line.</summary>
    public static string Paragraphs(string? text) => Clean(text, keepLines: true);

    /// <summary>Cuts at a whole letter.</summary>
    public static string Cut(string text, int length)
    {
        if (text.Length <= length) return text;
        return text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)].TrimEnd();
    }

    private static string Clean(string? text, bool keepLines)
    {
        if (string.IsNullOrEmpty(text)) return "";
        if (IsClean(text)) return text;
        var result = new StringBuilder(text.Length);
        var (spaces, lines) = (0, 0);
        for (var rest = text.AsSpan(); rest.Length > 0;)
        {
            if (rest[0] is > ' ' and <= '~')
            {
                var plain = PlainRun.At(rest, Plain);
                rest = rest[plain.Length..];
                AppendGap();
                result.Append(plain);
                continue;
            }

            Rune.DecodeFromUtf16(rest, out var rune, out var units);
            rest = rest[units..];
            if (rune.Value is '\n' or 0x2029)
            {
                lines++;
            }
            else if (IsSpace(rune))
            {
                spaces++;
            }
            else if (!IsDropped(rune))
            {
                AppendGap();
                Append(result, rune);
            }
        }

        return NormalFormC.Of(result.ToString());

        void AppendGap()
        {
            if (result.Length > 0 && spaces + lines > 0) result.Append(Gap(keepLines ? lines : 0));
            (spaces, lines) = (0, 0);
        }
    }

    private static void Append(StringBuilder result, Rune rune)
    {
        Span<char> units = stackalloc char[2];
        if (rune.Value is >= 0x80 and <= 0x9F) result.Append(Windows1252.GetString([(byte)rune.Value]));
        else result.Append(units[..rune.EncodeToUtf16(units)]);
    }

    private static string Gap(int lines) => lines switch { 0 => " ", 1 => "\n", _ => "\n\n" };

    private static bool IsSpace(Rune rune) => rune.Value is 0x2028 || (Rune.IsWhiteSpace(rune) && rune.Value != 0x85);

    private static bool IsDropped(Rune rune) => (Rune.IsControl(rune) && rune.Value < 0x80) || rune.Value is 0xFEFF or 0xFFFE or 0xFFFF;

    // Most text is in good order and passes through untouched.
    private static bool IsClean(string text) =>
        text[0] != ' ' && text[^1] != ' ' && !text.Contains("  ", StringComparison.Ordinal)
        && (!text.AsSpan().ContainsAnyExceptInRange(' ', '~') || (!text.AsSpan().ContainsAny(Unclean) && NormalFormC.Holds(text)));
}
