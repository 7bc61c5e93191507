using NewsWatch.Matching.Analysis.Characters;

namespace NewsWatch.Matching.Analysis.Filters;

/// <summary>Two to six single letters with dots between lose the dots (step 7, <c>nw_acronym</c>): U.N. becomes UN.</summary>
internal static class Acronym
{
    private const int MostLetters = 6;

    /// <summary>Whether a word is one; on success its letters are in <paramref name="letters"/>, which has room for the word.</summary>
    public static bool TryRead(ReadOnlySpan<char> word, Span<char> letters, out int length)
    {
        length = 0;
        if (word.Length < 3 || !word[1..3].Contains('.')) return false;
        var index = 0;
        for (var count = 1; count <= MostLetters; count++)
        {
            var units = LetterLength(word[index..]);
            if (units == 0) return false;
            word.Slice(index, units).CopyTo(letters[length..]);
            length += units;
            index += units;
            if (index == word.Length) return count > 1;
            if (word[index++] != '.') return false;
        }

        return false;
    }

    private static int LetterLength(ReadOnlySpan<char> text) => text switch
    {
        [] => 0,
        [var high, var low, ..] when char.IsSurrogatePair(high, low) => Letters.IsLetter(char.ConvertToUtf32(high, low)) ? 2 : 0,
        [var unit, ..] => Letters.IsLetter(unit) ? 1 : 0,
    };
}
