using System.Buffers;

namespace NewsWatch.Matching.Analysis.Characters;

/// <summary>The characters that are dropped or become another before words are cut (step 2 of the definition, <c>nw_chars</c>).</summary>
internal static class CharacterMap
{
    /// <summary>What <see cref="Of"/> returns for a character that is dropped.</summary>
    public const char Dropped = '\0';

    private const string Apostrophes = "\u02B9\u02BC\u05F3\u2018\u2019\u2032\uFF07";
    private const string Hyphens = "\u2010\u2011\u2212\uFE63\uFF0D";
    private const string Alefs = "\u0622\u0623\u0625\u0671";
    private const string Yehs = "\u0649\u06CC";
    private const string SoftHyphenSpacesAndTatweel = "\u00AD\u200B\u2060\uFEFF\u0640";
    private const string HebrewPoints = "\u0591-\u05BD\u05BF\u05C1\u05C2\u05C4\u05C5\u05C7";
    private const string ArabicShortVowels = "\u064B-\u0652";

    private static readonly Dictionary<char, char> Entries = Build();
    private static readonly SearchValues<char> Affected = SearchValues.Create([.. Entries.Keys]);

    /// <summary>Where the first character stands that does not stay as it is, or -1.</summary>
    public static int IndexOfAffected(ReadOnlySpan<char> text) => text.IndexOfAny(Affected);

    /// <summary>What a character that <see cref="IndexOfAffected"/> found becomes.</summary>
    public static char Of(char affected) => Entries[affected];

    private static Dictionary<char, char> Build()
    {
        var entries = new Dictionary<char, char>
        {
            ['\u05F4'] = '"', ['\u0401'] = '\u0415', ['\u0451'] = '\u0435', ['\u03C2'] = '\u03C3', ['\u06A9'] = '\u0643',
        };
        Map(Apostrophes, '\'');
        Map(Hyphens, '-');
        Map(Alefs, '\u0627');
        Map(Yehs, '\u064A');
        Map(SoftHyphenSpacesAndTatweel, Dropped);
        Map(HebrewPoints, Dropped);
        Map(ArabicShortVowels, Dropped);
        return entries;

        void Map(string sources, char target)
        {
            for (var index = 0; index < sources.Length; index++)
            {
                if (sources[index] == '-') FillRange(sources[index - 1], sources[index + 1], target);
                else entries[sources[index]] = target;
            }
        }

        void FillRange(char first, char last, char target)
        {
            for (var one = first; one <= last; one++) entries[one] = target;
        }
    }
}
