using System.Text;

namespace NewsWatch.Matching.Language.Parsing.Words;

/// <summary>Which scripts say much with one character.</summary>
internal static class Scripts
{
    /// <summary>Han, Hiragana, Katakana or Hangul.</summary>
    public static bool IsDense(Rune rune) => rune.Value is
        (>= 0x1100 and <= 0x11FF) or // Hangul Jamo
        (>= 0x2E80 and <= 0x2FDF) or // radicals
        (>= 0x3005 and <= 0x3007) or
        (>= 0x3040 and <= 0x30FF) or // Hiragana, Katakana
        (>= 0x3130 and <= 0x318F) or // Hangul compatibility Jamo
        (>= 0x31F0 and <= 0x31FF) or
        (>= 0x3400 and <= 0x4DBF) or
        (>= 0x4E00 and <= 0x9FFF) or
        (>= 0xA960 and <= 0xA97F) or
        (>= 0xAC00 and <= 0xD7FF) or
        (>= 0xF900 and <= 0xFAFF) or
        (>= 0xFF66 and <= 0xFFDC) or // half-width forms
        (>= 0x20000 and <= 0x3FFFF);
}
