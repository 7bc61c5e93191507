using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NewsWatch.Matching.Analysis.Narrow;

/// <summary>Writes where the bits of a mask are set, one number a bit. The only branches are ones that a processor can foretell.</summary>
internal static class BitPositions
{
    /// <summary>Room that writing needs, whatever the mask.</summary>
    public const int Room = 72;

    private static readonly Vector512<byte> Numbers = Vector512.Create([.. Enumerable.Range(0, 64).Select(number => (byte)number)]);
    private static readonly Vector512<byte> ByteOfBit = Vector512.Create([.. Enumerable.Range(0, 64).Select(number => (byte)(number / 8))]);
    private static readonly Vector512<byte> BitOfByte = Vector512.Create([.. Enumerable.Range(0, 64).Select(number => (byte)(1 << (number % 8)))]);

    // For each byte the numbers of its bits, eight bytes each.
    private static readonly ulong[] NumbersOfByte = [.. Enumerable.Range(0, 256).Select(NumbersOf)];

    /// <summary>Writes <paramref name="index"/> plus each bit's number, ascending; returns how many.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Write(ulong bits, int index, ref int target)
    {
        if (Avx512Vbmi2.IsSupported) WriteCompressed(bits, index, ref target);
        else WriteByBytes(bits, index, ref target);
        return BitOperations.PopCount(bits);
    }

    /// <summary>Writes <paramref name="index"/> plus each of eight bits' number, ascending, and numbers that mean nothing up to eight; returns how many count.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int WriteByte(byte bits, int index, ref int target)
    {
        var numbers = Vector128.CreateScalarUnsafe(Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(NumbersOfByte), (int)bits)).AsByte();
        (Widen(numbers) + Vector256.Create(index)).StoreUnsafe(ref target);
        return BitOperations.PopCount(bits);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void WriteCompressed(ulong bits, int index, ref int target)
    {
        var spread = Avx512Vbmi.PermuteVar64x8(Vector512.Create(bits).AsByte(), ByteOfBit);
        var isSet = Vector512.Equals(spread & BitOfByte, BitOfByte);
        var numbers = Avx512Vbmi2.Compress(Vector512<byte>.Zero, isSet, Numbers);
        var start = Vector512.Create(index);
        (Avx512F.ConvertToVector512Int32(numbers.GetLower().GetLower()) + start).StoreUnsafe(ref target);
        (Avx512F.ConvertToVector512Int32(numbers.GetLower().GetUpper()) + start).StoreUnsafe(ref target, 16);
        if (BitOperations.PopCount(bits) <= 32) return;
        (Avx512F.ConvertToVector512Int32(numbers.GetUpper().GetLower()) + start).StoreUnsafe(ref target, 32);
        (Avx512F.ConvertToVector512Int32(numbers.GetUpper().GetUpper()) + start).StoreUnsafe(ref target, 48);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void WriteByBytes(ulong bits, int index, ref int target)
    {
        ref var table = ref MemoryMarshal.GetArrayDataReference(NumbersOfByte);
        var written = 0;
        var start = Vector256.Create(index);
        for (var number = 0; number < 8; number++)
        {
            var one = (byte)bits;
            (Widen(Vector128.CreateScalarUnsafe(Unsafe.Add(ref table, (int)one)).AsByte()) + start).StoreUnsafe(ref target, (nuint)written);
            written += BitOperations.PopCount((uint)one);
            start += Vector256.Create(8);
            bits >>= 8;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Widen(Vector128<byte> bytes) =>
        Avx2.IsSupported ? Avx2.ConvertToVector256Int32(bytes) : Vector256.WidenLower(Vector128.WidenLower(bytes).ToVector256Unsafe()).AsInt32();

    private static ulong NumbersOf(int bits)
    {
        var numbers = 0UL;
        for (var bit = 7; bit >= 0; bit--)
        {
            if ((bits & (1 << bit)) != 0) numbers = (numbers << 8) | (uint)bit;
        }

        return numbers;
    }
}
