namespace NewsWatch.Matching.Phrases.RawText;

/// <summary>Compares the letters and digits next to a word with the token that a phrase has there. Where an apostrophe may have taken some away, it says yes.</summary>
internal static class Neighbour
{
    /// <summary>Whether a text that goes on like this may have the token next.</summary>
    public static bool MayFollow(ReadOnlySpan<char> after, string form)
    {
        var start = 0;
        while (start < after.Length && !char.IsAsciiLetterOrDigit(after[start])) start++;
        var end = start;
        while (end < after.Length && char.IsAsciiLetterOrDigit(after[end])) end++;
        if (start == end) return false;
        return IsApostrophe(after, start - 1) || IsApostrophe(after, end) || form.AsSpan().StartsWith(after[start..end], StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether a text that goes before like this may have the token last.</summary>
    public static bool MayPrecede(ReadOnlySpan<char> before, string form)
    {
        var end = before.Length;
        while (end > 0 && !char.IsAsciiLetterOrDigit(before[end - 1])) end--;
        var start = end;
        while (start > 0 && char.IsAsciiLetterOrDigit(before[start - 1])) start--;
        if (start == end) return false;
        return IsApostrophe(before, start - 1) || IsApostrophe(before, end) || form.AsSpan().EndsWith(before[start..end], StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsApostrophe(ReadOnlySpan<char> text, int index) =>
        index >= 0 && index < text.Length && (text[index] == '\'' || !char.IsAscii(text[index]));
}
