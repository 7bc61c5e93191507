using NewsWatch.Matching.Analysis.Characters;
using NewsWatch.Matching.Analysis.Filters;
using NewsWatch.Matching.Analysis.Words;

namespace NewsWatch.Matching.Analysis.Narrow;

/// <summary>
/// The characters beyond ASCII that behave at word breaks like one of ASCII, so that the vectorised path can take them: curly apostrophes, dashes,
/// quotes, spaces, and the letters of Latin, Greek, Cyrillic, Arabic and other alphabets. Of the others it is known whether ASCII may come of them.
/// </summary>
internal static class NarrowCharacters
{
    // The order counts: all of these are taken for parts of words, and what is behind UnlikeLetter for more than a letter.

    /// <summary>A letter that stays beyond ASCII; its word's form has to be looked up, or lies ready where all letters are such.</summary>
    public const byte OtherLetter = 0x80;

    /// <summary>A letter that folds to several of ASCII or to a capital, as ß folds to ss and ɢ to G; its word's form has to be looked up.</summary>
    public const byte UnlikeLetter = 0x81;

    /// <summary>
    /// The character is dropped, as an Arabic vowel sign is. Behind an <see cref="OtherLetter"/> it changes nothing but its word's form, which has to be
    /// looked up; elsewhere it is <see cref="Unknown"/>, because what it is dropped from may come to ASCII.
    /// </summary>
    public const byte Dropped = 0x82;

    /// <summary>The character needs the exact path, and stays beyond ASCII.</summary>
    public const byte Apart = 0x83;

    /// <summary>The character needs the exact path; it may be dropped, or come to ASCII.</summary>
    public const byte Unknown = 0xFF;

    private static readonly byte[] Entries = Build();

    /// <summary>What stands for each UTF-16 unit in narrow text: folded and in lower case, or one of the above; what is dropped <see cref="Behind"/> has to judge.</summary>
    public static ReadOnlySpan<byte> OfUnit => Entries;

    /// <summary>Whether it is neither of the letters nor ASCII: what it means depends on what stands before it, or a text with it needs the exact path.</summary>
    public static bool IsSpecial(byte narrow) => narrow > UnlikeLetter;

    /// <summary>What a special one is behind another.</summary>
    public static byte Behind(byte before, byte special) => special == Dropped && before is not (OtherLetter or Dropped) ? Unknown : special;

    /// <summary>Whether a text with it needs the exact path.</summary>
    public static bool IsForExactPath(byte narrow) => narrow is Apart or Unknown;

    /// <summary>Whether letters of ASCII may stand in a text where its narrow form does not show them.</summary>
    public static bool MayHideAscii(ReadOnlySpan<byte> narrow) => narrow.ContainsAny(UnlikeLetter, Unknown);

    private static byte[] Build()
    {
        var entries = new byte[0x10000];
        for (var unit = 0; unit < entries.Length; unit++) entries[unit] = Of((char)unit);
        return entries;
    }

    // Folding takes no character above the basic plane to ASCII, so that halves of pairs stay apart.
    private static byte Of(char unit)
    {
        var mapped = CharacterMap.Of(unit);
        if (unit < 0x80) return (byte)Folding.OfUnit[unit];
        if (char.IsSurrogate(unit)) return Apart;
        if (CharacterMap.IsDropped(unit)) return Dropped;
        var isLetter = Letters.IsLetter(unit);
        if (mapped < 0x80) return isLetter ? Unknown : (byte)mapped;
        var folded = Folding.OfUnit[mapped];
        var isAscii = folded < 0x80 || char.IsSurrogate(folded);
        return WordClasses.Of(mapped) switch
        {
            WordClass.Other when !isLetter => (byte)' ',
            WordClass.ALetter when isLetter => char.IsAsciiLetterLower(folded) ? (byte)folded : isAscii ? UnlikeLetter : OtherLetter,
            _ => isAscii ? Unknown : Apart,
        };
    }
}
