using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NewsWatch.Matching.Analysis.Narrow;

/// <summary>
/// Writes where the bits of a mask are set, at most 32 of them, one number a bit. The only branches are ones that a processor can foretell.
/// </summary>
internal static class BitPositions
{
    private static readonly Vector512<byte> Numbers = Vector512.Create([.. Enumerable.Range(0, 64).Select(number => (byte)number)]);
    private static readonly Vector512<byte> ByteOfBit = Vector512.Create([.. Enumerable.Range(0, 64).Select(number => (byte)(number / 8))]);
    private static readonly Vector512<byte> BitOfByte = Vector512.Create([.. Enumerable.Range(0, 64).Select(number => (byte)(1 << (number % 8)))]);

    /// <summary>Writes <paramref name="index"/> plus each bit's number, ascending; up to 32 numbers are written whatever the mask.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write(ulong bits, int index, ref int target)
    {
        if (Avx512Vbmi2.IsSupported) WriteCompressed(bits, index, ref target);
        else WriteOneByOne(bits, index, ref target);
    }

    // Cutting English news takes 2.2 ns a word with it, 3.6 ns with the loop below unrolled (2026-11).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void WriteCompressed(ulong bits, int index, ref int target)
    {
        var spread = Avx512Vbmi.PermuteVar64x8(Vector512.Create(bits).AsByte(), ByteOfBit);
        var isSet = Vector512.Equals(spread & BitOfByte, BitOfByte);
        var numbers = Avx512Vbmi2.Compress(Vector512<byte>.Zero, isSet, Numbers).GetLower();
        var start = Vector512.Create(index);
        (Avx512F.ConvertToVector512Int32(numbers.GetLower()) + start).StoreUnsafe(ref target);
        if (BitOperations.PopCount(bits) > 16) (Avx512F.ConvertToVector512Int32(numbers.GetUpper()) + start).StoreUnsafe(ref target, 16);
    }

    private static void WriteOneByOne(ulong bits, int index, ref int target)
    {
        for (var slot = 0; bits != 0; slot++, bits &= bits - 1) Unsafe.Add(ref target, slot) = index + BitOperations.TrailingZeroCount(bits);
    }
}
