using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NewsWatch.Matching.Analysis.Narrow;

/// <summary>Most words of Russian or Arabic: letters beyond ASCII alone, each of which folds to one. Their folded text is their form; no filter has to look at it.</summary>
/// <remarks>Russian news is analysed at 310 MB/s of UTF-8, without this at 210 (2026-11).</remarks>
internal static class OtherLetters
{
    /// <summary>Whether a word is nothing else.</summary>
    /// <param name="word">The narrow text of a word, with at least fifteen bytes behind it.</param>
    public static bool Are(ReadOnlySpan<byte> word)
    {
        if (word.Length > Vector128<byte>.Count) return !word.ContainsAnyExcept(NarrowCharacters.OtherLetter);
        var others = Vector128.Equals(Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(word)), Vector128.Create(NarrowCharacters.OtherLetter));
        return (~others.ExtractMostSignificantBits() & ((1u << word.Length) - 1)) == 0;
    }
}
