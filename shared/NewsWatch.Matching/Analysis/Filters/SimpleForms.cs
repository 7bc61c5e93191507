using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NewsWatch.Matching.Analysis.Characters;

namespace NewsWatch.Matching.Analysis.Filters;

/// <summary>
/// Most words are letters and digits that each become one unit: no filter but folding touches them. This takes them in one pass through one table;
/// a third more Russian news was analysed a second with it (2026-11).
/// </summary>
internal static class SimpleForms
{
    // 0 for what a filter has to look at: apostrophes, dots, hyphens, what is dropped, halves of pairs, and what becomes more than one unit.
    private static readonly char[] Entries = Build();

    /// <summary>What each UTF-16 unit becomes; 0 for what a filter has to look at.</summary>
    public static ReadOnlySpan<char> OfUnit => Entries;

    /// <summary>Writes the text form of a word before or after the character filters; false where the filters are needed.</summary>
    /// <param name="word">The word.</param>
    /// <param name="destination">Room for as many units.</param>
    /// <param name="isAscii">Whether the form is ASCII.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryWrite(ReadOnlySpan<char> word, Span<char> destination, out bool isAscii)
    {
        ref var table = ref MemoryMarshal.GetArrayDataReference(Entries);
        var all = 0;
        for (var index = 0; index < word.Length && index < destination.Length; index++)
        {
            var becomes = Unsafe.Add(ref table, (int)word[index]);
            if (becomes == 0)
            {
                isAscii = false;
                return false;
            }

            destination[index] = becomes;
            all |= becomes;
        }

        isAscii = all < 0x80;
        return true;
    }

    private static char[] Build()
    {
        var entries = new char[0x10000];
        for (var unit = 0; unit < entries.Length; unit++)
        {
            var mapped = CharacterMap.Of((char)unit);
            var folded = mapped == CharacterMap.Dropped ? '\0' : Folding.OfUnit[mapped];
            entries[unit] = char.IsSurrogate(folded) || folded is '\'' or '.' or '-' ? '\0' : folded;
        }

        return entries;
    }
}
