using NewsWatch.Matching.Analysis.Narrow;

namespace NewsWatch.Matching.Phrases.RawText;

/// <summary>
/// Compares the letters and digits next to a word with the token that a phrase has there. Where an apostrophe may have taken some away, it says yes.
/// </summary>
internal static class Neighbour
{
    // A word of more than 255 letters is cut; what stands before a cut is at least as long as this, marks and tied prefixes left out.
    private const int LeastCut = 200;

    /// <summary>Whether a text that goes on like this may have the token next.</summary>
    public static bool MayFollow(ReadOnlySpan<byte> after, ReadOnlySpan<byte> form)
    {
        var start = 0;
        while (start < after.Length && !IsLetterOrDigit(after[start])) start++;
        var end = start;
        while (end < after.Length && IsLetterOrDigit(after[end])) end++;
        if (start == end) return false;
        if (end - start >= LeastCut) return true;
        if (IsApostrophe(after, start - 1) || form.StartsWith(after[start..end])) return true;

        // Of co-ll'aid is left aid.
        while (end < after.Length && (IsLetterOrDigit(after[end]) || after[end] == '-')) end++;
        return IsApostrophe(after, end);
    }

    /// <summary>Whether a text that goes before like this may have the token last.</summary>
    public static bool MayPrecede(ReadOnlySpan<byte> before, ReadOnlySpan<byte> form)
    {
        var end = before.Length;
        while (end > 0 && !IsLetterOrDigit(before[end - 1])) end--;
        var start = end;
        while (start > 0 && IsLetterOrDigit(before[start - 1])) start--;
        if (start == end) return false;
        if (MayBeCutBefore(before[..end])) return true;
        return IsApostrophe(before, start - 1) || IsApostrophe(before, end) || form.EndsWith(before[start..end]);
    }

    /// <summary>Whether what goes before is so long without a space that a token may have been cut off within it.</summary>
    public static bool MayBeCutBefore(ReadOnlySpan<byte> before) => before.Length >= LeastCut && !before[^LeastCut..].Contains((byte)' ');

    /// <summary>Whether a byte of narrow text is a letter or a digit.</summary>
    public static bool IsLetterOrDigit(byte unit) => char.IsAsciiLetterOrDigit((char)unit) || (unit >= 0x80 && unit != NarrowCharacters.Apart);

    private static bool IsApostrophe(ReadOnlySpan<byte> text, int index) => index >= 0 && index < text.Length && text[index] == '\'';
}
