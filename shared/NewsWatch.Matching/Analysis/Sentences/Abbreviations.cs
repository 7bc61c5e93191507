namespace NewsWatch.Matching.Analysis.Sentences;

/// <summary>Tells the full stop of a shortened word from the one that ends a sentence.</summary>
internal static class Abbreviations
{
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Titles = Set(
        "mr mrs ms dr prof sen rep gov gen lt col sgt capt cmdr adm maj brig rev hon st mt ft messrs pres supt insp mme mlle "
        + "sra srta dott sig vs cf fig art z ca bzw nr");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Shortened = Set(
        "inc ltd corp co bros jr sr etc al est dept univ assn ave blvd rd jan feb mar apr jun jul aug sep sept oct nov dec mon "
        + "tue wed thu fri sat sun approx min max ed vol pp");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Openers = Set(
        "the a an in on at but and he she it they we i you this that these those there when while if as for his her its their "
        + "our after before since however meanwhile what who why how not no some many most one all both officials");

    /// <summary>Whether a sentence may end with a full stop after <paramref name="before"/> when <paramref name="next"/> follows the space.</summary>
    public static bool AllowEnd(ReadOnlySpan<char> before, ReadOnlySpan<char> next)
    {
        var word = LastWord(before);
        if (word.Length == 0 || next.Length == 0) return true;
        if (Titles.Contains(word)) return false;
        if (word.Equals("no", StringComparison.OrdinalIgnoreCase)) return !char.IsDigit(next[0]);
        return !(IsInitials(word) || Shortened.Contains(word)) || Openers.Contains(FirstWord(next));
    }

    // A, U.S and p.m are initials; so is any word of single letters between dots.
    private static bool IsInitials(ReadOnlySpan<char> word)
    {
        for (var index = 0; index < word.Length; index++)
        {
            if (index % 2 == 0 ? !char.IsLetter(word[index]) : word[index] != '.') return false;
        }

        return word.Length % 2 == 1;
    }

    // Longer than any abbreviation is long enough: this keeps a text of dots linear.
    private static ReadOnlySpan<char> LastWord(ReadOnlySpan<char> text)
    {
        var start = text.Length;
        while (start > 0 && text.Length - start < 24 && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] == '.')) start--;
        return text[start..];
    }

    private static ReadOnlySpan<char> FirstWord(ReadOnlySpan<char> text)
    {
        var end = 0;
        while (end < text.Length && end < 24 && char.IsLetter(text[end])) end++;
        return text[..end];
    }

    private static HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(string words) =>
        new HashSet<string>(words.Split(' '), StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
