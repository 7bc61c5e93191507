namespace NewsWatch.Matching.Analysis.Filters;

/// <summary>Takes a French or Italian article with its apostrophe away from the front of a word (step 6, Lucene's ElisionFilter).</summary>
internal static class Elision
{
    private const int LongestArticle = 7;

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Articles = new HashSet<string>(
    [
        "l", "m", "t", "qu", "n", "s", "j", "d", "c", "jusqu", "quoiqu", "lorsqu", "puisqu",
        "all", "dall", "dell", "nell", "sull", "coll", "agl", "dagl", "degl", "negl", "sugl", "gl", "un",
    ]).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The word without it.</summary>
    public static ReadOnlySpan<char> Strip(ReadOnlySpan<char> word)
    {
        var apostrophe = word.IndexOf('\'');
        return apostrophe is > 0 and <= LongestArticle && IsArticle(word[..apostrophe]) ? word[(apostrophe + 1)..] : word;
    }

    private static bool IsArticle(ReadOnlySpan<char> front)
    {
        Span<char> lower = stackalloc char[LongestArticle];
        for (var index = 0; index < front.Length; index++) lower[index] = ToLower(front[index]);
        return Articles.Contains(lower[..front.Length]);
    }

    // U+0130 is the only other character whose lower case, as Java has it, is a letter of an article.
    private static char ToLower(char unit) => unit == '\u0130' ? 'i' : char.IsAsciiLetterUpper(unit) ? (char)(unit | 0x20) : unit;
}
