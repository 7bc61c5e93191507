using NewsWatch.Matching.Analysis.Characters;
using NewsWatch.Matching.Analysis.Filters;
using NewsWatch.Matching.Analysis.Words;

namespace NewsWatch.Matching.Analysis.Narrow;

/// <summary>
/// The characters beyond ASCII that behave at word breaks like one of ASCII, so that the vectorised path can take them: curly apostrophes, dashes,
/// quotes, spaces, and the letters of Latin, Greek, Cyrillic, Arabic and other alphabets.
/// </summary>
internal static class NarrowCharacters
{
    /// <summary>The character needs the exact path.</summary>
    public const byte None = 0;

    /// <summary>A letter that does not fold to one small letter of ASCII, as ɢ folds to G; its word's form has to be looked up.</summary>
    public const byte OtherLetter = 0x80;

    private static readonly byte[] Entries = Build();

    /// <summary>What stands for each UTF-16 unit in narrow text: folded and in lower case, or <see cref="None"/> or <see cref="OtherLetter"/>.</summary>
    public static ReadOnlySpan<byte> OfUnit => Entries;

    private static byte[] Build()
    {
        var entries = new byte[0x10000];
        for (var unit = 0; unit < entries.Length; unit++) entries[unit] = Of((char)unit);
        return entries;
    }

    private static byte Of(char unit)
    {
        var mapped = CharacterMap.Of(unit);
        if (unit < 0x80) return (byte)Folding.OfUnit[unit];
        if (char.IsSurrogate(unit) || mapped == CharacterMap.Dropped) return None;
        var isLetter = Letters.IsLetter(unit);
        if (mapped < 0x80) return isLetter ? None : (byte)mapped;
        return WordClasses.Of(mapped) switch
        {
            WordClass.Other when !isLetter => (byte)' ',
            WordClass.ALetter when isLetter => char.IsAsciiLetterLower(Folding.OfUnit[mapped]) ? (byte)Folding.OfUnit[mapped] : OtherLetter,
            _ => None,
        };
    }
}
