using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using NewsWatch.Matching.Analysis.Narrow;

namespace NewsWatch.Matching.Phrases.RawText;

/// <summary>With 256 bits: two tables of 16 bytes a letter, one for the lower half of its bits and one for the upper.</summary>
internal sealed class PairLetterSearch(IReadOnlyList<Clue> clues, byte[] buckets) : LetterSearch
{
    private const int Half = 32;

    private readonly Vector256<byte>[] _lower = [.. Enumerable.Range(0, Clue.Letters).Select(letter => Table(clues, buckets, letter, 0))];
    private readonly Vector256<byte>[] _upper = [.. Enumerable.Range(0, Clue.Letters).Select(letter => Table(clues, buckets, letter, 4))];

    public static bool IsSupported => Avx2.IsSupported;

    public override ulong Next(ReadOnlySpan<byte> narrow, int length, ref int index, ref bool isUnusual)
    {
        var (lower1, lower2, lower3, lower4) = (_lower[0], _lower[1], _lower[2], _lower[3]);
        var (upper1, upper2, upper3, upper4) = (_upper[0], _upper[1], _upper[2], _upper[3]);
        ref var text = ref MemoryMarshal.GetReference(narrow);
        var others = Vector256<byte>.Zero;
        var places = 0UL;
        var at = index;
        for (; at < length; at += NarrowText.Block)
        {
            ref var start = ref Unsafe.Add(ref text, at);
            var first = Vector256.LoadUnsafe(ref start);
            var second = Vector256.LoadUnsafe(ref start, Half);
            others |= first | second;
            var low = Look(lower1, upper1, first) & Look(lower2, upper2, Vector256.LoadUnsafe(ref start, 1)) &
                Look(lower3, upper3, Vector256.LoadUnsafe(ref start, 2)) & Look(lower4, upper4, Vector256.LoadUnsafe(ref start, 3));
            var high = Look(lower1, upper1, second) & Look(lower2, upper2, Vector256.LoadUnsafe(ref start, Half + 1)) &
                Look(lower3, upper3, Vector256.LoadUnsafe(ref start, Half + 2)) & Look(lower4, upper4, Vector256.LoadUnsafe(ref start, Half + 3));
            if ((low | high) == Vector256<byte>.Zero) continue;
            places = Bits(low) | (Bits(high) << Half);
            break;
        }

        isUnusual |= others.ExtractMostSignificantBits() != 0;
        index = at;
        return places;
    }

    // Of ASCII the shuffle takes the lower four bits by itself.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Look(Vector256<byte> lower, Vector256<byte> upper, Vector256<byte> bytes) =>
        Avx2.Shuffle(lower, bytes) & Avx2.Shuffle(upper, Vector256.ShiftRightLogical(bytes.AsUInt16(), 4).AsByte() & Vector256.Create((byte)15));

    private static ulong Bits(Vector256<byte> found) => (uint)~Vector256.Equals(found, Vector256<byte>.Zero).ExtractMostSignificantBits();

    // The shuffle looks up each half of a register in its own half of the table.
    private static Vector256<byte> Table(IReadOnlyList<Clue> clues, byte[] buckets, int letter, int shift)
    {
        var table = new byte[16];
        for (var clue = 0; clue < clues.Count; clue++) table[(clues[clue].Telling[letter] >> shift) & 15] |= buckets[clue];
        return Vector256.Create(Vector128.Create(table), Vector128.Create(table));
    }
}
