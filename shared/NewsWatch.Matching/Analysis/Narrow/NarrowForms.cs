namespace NewsWatch.Matching.Analysis.Narrow;

/// <summary>
/// The form of a word that is more than letters and digits, where its narrow text is enough to tell: a possessive, an acronym, a tied prefix, a
/// name with dots. An elision and letters beyond ASCII need the filters.
/// </summary>
internal static class NarrowForms
{
    // Six letters and five dots.
    private const int LongestAcronym = 11;

    /// <summary>Writes the form; its length, or 0 where the filters are needed.</summary>
    /// <param name="word">The narrow text of a word.</param>
    /// <param name="form">Room for as much.</param>
    public static int Write(ReadOnlySpan<byte> word, Span<byte> form)
    {
        if (word is [.., (byte)'\'', (byte)'s']) word = word[..^2];
        if (IsAcronym(word)) return WriteWithout((byte)'.', word, form);
        foreach (var unit in word)
        {
            if (unit >= 0x80 || unit == '\'') return 0;
        }

        // A hyphen inside a word is one that ties a prefix; once it is gone, what is left could be an acronym.
        return word.Contains((byte)'-') && word.Contains((byte)'.') ? 0 : WriteWithout((byte)'-', word, form);
    }

    private static bool IsAcronym(ReadOnlySpan<byte> word)
    {
        if (word.Length is < 3 or > LongestAcronym || (word.Length & 1) == 0) return false;
        for (var index = 0; index < word.Length; index++)
        {
            if ((index & 1) == 0 ? !char.IsAsciiLetterLower((char)word[index]) : word[index] != '.') return false;
        }

        return true;
    }

    private static int WriteWithout(byte left, ReadOnlySpan<byte> word, Span<byte> form)
    {
        var length = 0;
        foreach (var unit in word)
        {
            form[length] = unit;
            if (unit != left) length++;
        }

        return length;
    }
}
