namespace NewsWatch.Matching.Analysis.Words;

/// <summary>How a code point behaves at word breaks (UAX #29, with what Lucene's standard tokenizer adds for emoji and South East Asian scripts).</summary>
internal enum WordClass : byte
{
    Other,
    ALetter,
    ALetterPictographic,
    DoubleQuote,
    EmojiModifier,
    EmojiSelector,
    EnclosingKeycap,
    Extend,
    ExtendNumLet,
    ExtendedPictographic,
    Hangul,
    HebrewLetter,
    Hiragana,
    Ideographic,
    Katakana,
    KeycapBase,
    MidLetter,
    MidNum,
    MidNumLet,
    Numeric,
    RegionalIndicator,
    SingleQuote,
    SoutheastAsian,
    SoutheastAsianExtend,
    TagSpecifier,
    TagTerminator,
    TextSelector,
    ZWJ,
}
