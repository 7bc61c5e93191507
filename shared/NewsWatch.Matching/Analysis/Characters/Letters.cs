using System.Globalization;

namespace NewsWatch.Matching.Analysis.Characters;

/// <summary>What Java's <c>\p{L}</c> means.</summary>
internal static class Letters
{
    /// <summary>Whether a code point is a letter; a surrogate is none.</summary>
    public static bool IsLetter(int codePoint) => CharUnicodeInfo.GetUnicodeCategory(codePoint) <= UnicodeCategory.OtherLetter;
}
