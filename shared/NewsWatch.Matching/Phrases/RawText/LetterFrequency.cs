namespace NewsWatch.Matching.Phrases.RawText;

/// <summary>How often a letter stands in English text (Lewand, "Cryptological Mathematics", 2000).</summary>
internal static class LetterFrequency
{
    private static readonly double[] PerThousand =
        [82, 15, 28, 43, 127, 22, 20, 61, 70, 2, 8, 40, 24, 67, 75, 19, 1, 60, 63, 91, 28, 10, 24, 2, 20, 1];

    /// <summary>Its share of all letters.</summary>
    /// <param name="letter">From a to z.</param>
    public static double Of(char letter) => PerThousand[letter - 'a'] / 1000;
}
