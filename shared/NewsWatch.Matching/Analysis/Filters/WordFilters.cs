namespace NewsWatch.Matching.Analysis.Filters;

/// <summary>Steps 5 to 8: what becomes of a word that was cut.</summary>
internal static class WordFilters
{
    /// <summary>Room that the normal form of any word fits in.</summary>
    public const int LongestForm = (Words.WordScanner.LongestWord * Folding.MostUnits) + 1;

    /// <summary>Writes a word's normal form to <paramref name="destination"/>, which has room for <see cref="LongestForm"/>; returns its length.</summary>
    public static int Apply(ReadOnlySpan<char> word, AnalyzerKind kind, Span<char> destination)
    {
        Span<char> letters = stackalloc char[MostAcronymUnits];
        scoped var stripped = Elision.Strip(Possessive.Strip(word));
        if (stripped.Length <= MostAcronymUnits && Acronym.TryRead(stripped, letters, out var count)) stripped = letters[..count];
        if (kind == AnalyzerKind.Exact)
        {
            stripped.CopyTo(destination);
            return stripped.Length;
        }

        var length = Folding.Fold(stripped, destination);
        return kind == AnalyzerKind.Stem ? PorterStemmer.Stem(destination, length) : length;
    }

    // Six letters, each perhaps a surrogate pair, and five dots.
    private const int MostAcronymUnits = 17;
}
