namespace NewsWatch.Matching.NormalForms;

/// <summary>Korean syllables and their letters, by arithmetic (The Unicode Standard, 3.12).</summary>
internal static class Hangul
{
    private const int Syllables = 0xAC00, Leads = 0x1100, Vowels = 0x1161, Tails = 0x11A7;
    private const int LeadCount = 19, VowelCount = 21, TailCount = 28;

    public static bool TryDecompose(int point, List<int> points)
    {
        var index = point - Syllables;
        if (index < 0 || index >= LeadCount * VowelCount * TailCount) return false;
        points.Add(Leads + (index / (VowelCount * TailCount)));
        points.Add(Vowels + (index % (VowelCount * TailCount) / TailCount));
        if (index % TailCount != 0) points.Add(Tails + (index % TailCount));
        return true;
    }

    public static int? Compose(int first, int second)
    {
        if (first - Leads is >= 0 and < LeadCount && second - Vowels is >= 0 and < VowelCount)
            return Syllables + ((((first - Leads) * VowelCount) + second - Vowels) * TailCount);
        var syllable = first - Syllables;
        var isOpen = syllable >= 0 && syllable < LeadCount * VowelCount * TailCount && syllable % TailCount == 0;
        return isOpen && second - Tails is > 0 and < TailCount ? first + second - Tails : null;
    }

    /// <summary>Whether it may join the letter before it.</summary>
    public static bool IsFollower(int point) => point - Vowels is >= 0 and < VowelCount || point - Tails is > 0 and < TailCount;
}
