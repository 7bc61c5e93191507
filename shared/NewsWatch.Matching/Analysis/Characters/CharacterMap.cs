namespace NewsWatch.Matching.Analysis.Characters;

/// <summary>The characters that are dropped or become another before words are cut (step 2 of the definition, <c>nw_chars</c>).</summary>
internal static class CharacterMap
{
    /// <summary>What <see cref="Of"/> returns for a character that is dropped.</summary>
    public const char Dropped = '\uFFFF';

    private const string Apostrophes = "\u02B9\u02BC\u05F3\u2018\u2019\u2032\uFF07";
    private const string Hyphens = "\u2010\u2011\u2212\uFE63\uFF0D";
    private const string Alefs = "\u0622\u0623\u0625\u0671";
    private const string Yehs = "\u0649\u06CC";
    private const string SoftHyphenSpacesAndTatweel = "\u00AD\u200B\u2060\uFEFF\u0640";
    private const string HebrewPoints = "\u05BF\u05C1\u05C2\u05C4\u05C5\u05C7";

    private static readonly char[] Entries = Build();

    /// <summary>What a UTF-16 unit becomes.</summary>
    public static char Of(char unit) => Entries[unit];

    /// <summary>What each UTF-16 unit becomes.</summary>
    public static ReadOnlySpan<char> OfUnit => Entries;

    /// <summary>Whether a UTF-16 unit is dropped.</summary>
    public static bool IsDropped(char unit) => Entries[unit] == Dropped && unit != Dropped;

    private static char[] Build()
    {
        var entries = new char[0x10000];
        for (var unit = 0; unit < entries.Length; unit++) entries[unit] = (char)unit;
        Map(Apostrophes, '\'');
        Map("\u05F4", '"');
        Map(Hyphens, '-');
        Map(Alefs, '\u0627');
        Map(Yehs, '\u064A');
        Map("\u06A9", '\u0643');
        Map("\u0401", '\u0415');
        Map("\u0451", '\u0435');
        Map("\u03C2", '\u03C3');
        Map(SoftHyphenSpacesAndTatweel, Dropped);
        Map(HebrewPoints, Dropped);
        entries.AsSpan(0x0591, 0x05BD - 0x0591 + 1).Fill(Dropped);
        entries.AsSpan(0x064B, 0x0652 - 0x064B + 1).Fill(Dropped);
        return entries;

        void Map(string sources, char target)
        {
            foreach (var source in sources) entries[source] = target;
        }
    }
}
