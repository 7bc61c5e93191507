using static NewsWatch.Matching.Analysis.Words.Pattern;
using static NewsWatch.Matching.Analysis.Words.WordClass;

namespace NewsWatch.Matching.Analysis.Words;

/// <summary>
/// What a word is: the rules of UAX #29 as Lucene's standard tokenizer states them (StandardTokenizerImpl.jflex), with its emoji sequences
/// (UTS #51) and its runs of South East Asian letters. The longest match from a place is the token; where nothing matches, one code point is skipped.
/// </summary>
internal static class WordGrammar
{
    /// <summary>Every token there is.</summary>
    public static Pattern Token() => Either(
        Emoji(), Number(), Word(), With(SoutheastAsian, SoutheastAsianExtend).OneOrMore(), With(Ideographic), With(Hiragana));

    // WB4: marks belong to what they follow. Inside an emoji sequence the two presentation selectors mean more than a mark.
    private static Pattern Marks() => Any(
        Extend, ZWJ, EmojiModifier, EnclosingKeycap, SoutheastAsianExtend, TagSpecifier, TagTerminator, TextSelector, EmojiSelector).Many();

    private static Pattern EmojiMarks() => Any(
        Extend, ZWJ, EmojiModifier, EnclosingKeycap, SoutheastAsianExtend, TagSpecifier, TagTerminator).Many();

    private static Pattern With(params ReadOnlySpan<WordClass> classes) => Sequence(Any(classes), Marks());

    private static Pattern EmojiWith(params ReadOnlySpan<WordClass> classes) => Sequence(Any(classes), EmojiMarks());

    private static Pattern Emoji()
    {
        var element = Either(
            Sequence(Any(ZWJ).Many(), EmojiWith(ExtendedPictographic, ALetterPictographic), Any(EmojiSelector).Optional()),
            EmojiWith(EmojiModifier));
        var joined = Sequence(Any(ZWJ), element).Many();
        var tagged = Sequence(Any(TagSpecifier).OneOrMore(), Any(TagTerminator));
        var keycap = Sequence(EmojiWith(KeycapBase), Any(EmojiSelector).Optional(), EmojiWith(EnclosingKeycap));
        var flag = Sequence(With(RegionalIndicator), With(RegionalIndicator));
        return Either(Sequence(element, Either(joined, tagged)), keycap, flag);
    }

    // WB8, WB11, WB12, WB13a, WB13b
    private static Pattern Number() => Sequence(Connectors(), Digits(), Connectors());

    private static Pattern Digits() =>
        Sequence(With(Numeric), Sequence(Either(Connectors(), With(MidNum, MidNumLet, SingleQuote)), With(Numeric)).Many());

    private static Pattern Connectors() => With(ExtendNumLet).Many();

    // WB5 to WB7c, WB9, WB10, WB13 to WB13b
    private static Pattern Word()
    {
        var part = Either(Kana(), Either(Hebrew(), Digits(), Letters()).OneOrMore());
        return Sequence(Connectors(), part, Sequence(With(ExtendNumLet).OneOrMore(), part).Many(), Connectors());
    }

    private static Pattern Kana() => Sequence(With(Katakana), Sequence(Connectors(), With(Katakana)).Many());

    private static Pattern Hebrew() =>
        Sequence(With(HebrewLetter), Either(With(SingleQuote), Sequence(With(DoubleQuote), With(HebrewLetter))));

    private static Pattern Letters() =>
        Sequence(Letter(), Sequence(Either(Connectors(), With(MidLetter, MidNumLet, SingleQuote)), Letter()).Many());

    private static Pattern Letter() => With(ALetter, ALetterPictographic, Hangul, HebrewLetter);
}
