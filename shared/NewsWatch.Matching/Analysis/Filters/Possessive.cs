namespace NewsWatch.Matching.Analysis.Filters;

/// <summary>Takes a final 's or 'S away (step 5, Lucene's EnglishPossessiveFilter).</summary>
internal static class Possessive
{
    /// <summary>The word without it.</summary>
    public static ReadOnlySpan<char> Strip(ReadOnlySpan<char> word) => word is [.., '\'', 's' or 'S'] ? word[..^2] : word;
}
