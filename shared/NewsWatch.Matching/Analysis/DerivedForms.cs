using NewsWatch.Matching.Analysis.Characters;
using NewsWatch.Matching.Analysis.Filters;

namespace NewsWatch.Matching.Analysis;

/// <summary>
/// The exact and the stemmed form of a token from what a <see cref="TokenBuffer"/> that was filled for <see cref="AnalyzerKind.Text"/> knows of it,
/// so that a text is cut into words once and not once a form. Equal to analysing the text anew.
/// </summary>
public static class DerivedForms
{
    /// <summary>Room that any form fits in.</summary>
    public const int Longest = WordFilters.LongestForm;

    /// <summary>Writes the stemmed form; returns its length.</summary>
    /// <param name="form">The token's text form.</param>
    /// <param name="destination">Room for <see cref="Longest"/> units.</param>
    public static int Stem(ReadOnlySpan<char> form, Span<char> destination)
    {
        form.CopyTo(destination);
        return PorterStemmer.Stem(destination, form.Length);
    }

    /// <summary>Writes the exact form; returns its length.</summary>
    /// <param name="written">The token as the original text writes it, from its start to its end.</param>
    /// <param name="destination">Room for <see cref="Longest"/> units.</param>
    public static int Exact(ReadOnlySpan<char> written, Span<char> destination)
    {
        Span<char> word = stackalloc char[Words.WordScanner.LongestWord];
        var length = 0;
        foreach (var unit in written)
        {
            var becomes = CharacterMap.Of(unit);
            // A hyphen inside a word is one that ties a prefix. What is dropped may make a token longer in the text than a word can be.
            if (becomes != '-' && !CharacterMap.IsDropped(unit) && length < word.Length) word[length++] = becomes;
        }

        return WordFilters.Apply(word[..length], AnalyzerKind.Exact, destination);
    }
}
