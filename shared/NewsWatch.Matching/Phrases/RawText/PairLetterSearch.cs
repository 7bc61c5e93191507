using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NewsWatch.Matching.Phrases.RawText;

/// <summary>With 256 bits: two tables of 16 bytes a letter, one for the lower half of its bits and one for the upper.</summary>
internal readonly struct PairLetterSearch : ILetterSearch
{
    private const int Half = 32;

    private readonly Tables _first;
    private readonly Tables _second;
    private readonly Tables _third;
    private readonly Tables _fourth;

    public PairLetterSearch(IReadOnlyList<Clue> clues) => (_first, _second, _third, _fourth) = (new(clues, 0), new(clues, 1), new(clues, 2), new(clues, 3));

    public static bool IsSupported => Avx2.IsSupported;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Places(ref byte text)
    {
        var low = Look(ref text);
        var high = Look(ref Unsafe.Add(ref text, Half));
        return (low | high) == Vector256<byte>.Zero ? 0 : Bits(low) | (Bits(high) << Half);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector256<byte> Look(ref byte text) =>
        _first.Look(Vector256.LoadUnsafe(ref text)) & _second.Look(Vector256.LoadUnsafe(ref text, 1)) &
        _third.Look(Vector256.LoadUnsafe(ref text, 2)) & _fourth.Look(Vector256.LoadUnsafe(ref text, 3));

    private static ulong Bits(Vector256<byte> found) => ~Vector256.Equals(found, Vector256<byte>.Zero).ExtractMostSignificantBits();

    private readonly struct Tables
    {
        private readonly Vector256<byte> _lower;
        private readonly Vector256<byte> _upper;

        public Tables(IReadOnlyList<Clue> clues, int letter)
        {
            var (lower, upper) = (new byte[16], new byte[16]);
            for (var clue = 0; clue < clues.Count; clue++)
            {
                lower[clues[clue].Word[letter] & 15] |= Clue.Bucket(clue);
                upper[clues[clue].Word[letter] >> 4] |= Clue.Bucket(clue);
            }

            // The shuffle looks up each half of a register in its own half of the table.
            _lower = Vector256.Create(Vector128.Create(lower), Vector128.Create(lower));
            _upper = Vector256.Create(Vector128.Create(upper), Vector128.Create(upper));
        }

        // Of ASCII the shuffle takes the lower four bits by itself.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<byte> Look(Vector256<byte> bytes) =>
            Avx2.Shuffle(_lower, bytes) & Avx2.Shuffle(_upper, Vector256.ShiftRightLogical(bytes.AsUInt16(), 4).AsByte() & Vector256.Create((byte)15));
    }
}
