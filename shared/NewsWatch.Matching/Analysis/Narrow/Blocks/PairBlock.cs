using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NewsWatch.Matching.Analysis.Narrow.Blocks;

/// <summary>A block in two registers of 256 bits, for processors without wider ones.</summary>
internal readonly struct PairBlock(Vector256<byte> low, Vector256<byte> high) : IBlock<PairBlock>
{
    private const int Half = 32;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PairBlock Load(ref byte start) => new(Vector256.LoadUnsafe(ref start), Vector256.LoadUnsafe(ref start, Half));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PairBlock LoadLower(ref ushort start, out bool isAscii)
    {
        var first = Vector256.LoadUnsafe(ref start);
        var second = Vector256.LoadUnsafe(ref start, 16);
        var third = Vector256.LoadUnsafe(ref start, 32);
        var fourth = Vector256.LoadUnsafe(ref start, 48);
        isAscii = (((first | second) | (third | fourth)) & Vector256.Create((ushort)0xFF80)) == Vector256<ushort>.Zero;
        return new(Lower(Narrow(first, second)), Lower(Narrow(third, fourth)));
    }

    public static ulong BeyondAscii(ref ushort start)
    {
        var bits = 0UL;
        for (var index = 0; index < 64; index += 16)
        {
            var beyond = Vector256.GreaterThan(Vector256.LoadUnsafe(ref start, (nuint)index), Vector256.Create((ushort)0x7F));
            bits |= (ulong)beyond.ExtractMostSignificantBits() << index;
        }

        return bits;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(ref byte start)
    {
        low.StoreUnsafe(ref start);
        high.StoreUnsafe(ref start, Half);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Others() => Bits(low, high);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Marks() => Bits(AreMarks(low), AreMarks(high));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Are(byte unit) => Bits(Vector256.Equals(low, Vector256.Create(unit)), Vector256.Equals(high, Vector256.Create(unit)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong AreBetween(byte first, byte last) => Bits(IsBetween(low, first, last), IsBetween(high, first, last));

    // What is not ASCII means nothing, so that it need not be cut off before packing, which saturates.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Narrow(Vector256<ushort> first, Vector256<ushort> second) => Avx2.IsSupported
        ? Avx2.Permute4x64(Avx2.PackUnsignedSaturate(first.AsInt16(), second.AsInt16()).AsInt64(), 0b11_01_10_00).AsByte()
        : Vector256.Narrow(first, second);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Lower(Vector256<byte> bytes) =>
        bytes | (IsBetween(bytes, (byte)'A', (byte)'Z') & Vector256.Create((byte)0x20));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> AreMarks(Vector256<byte> bytes) =>
        Vector256.Equals(bytes, Vector256.Create((byte)'\'')) | IsBetween(bytes, (byte)',', (byte)'.') | IsBetween(bytes, (byte)':', (byte)';');

    // Moves the last to the largest signed byte, so that one signed comparison does: there is none without a sign.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> IsBetween(Vector256<byte> bytes, byte first, byte last)
    {
        var moved = bytes + Vector256.Create((byte)(sbyte.MaxValue - last));
        return Vector256.GreaterThan(moved.AsSByte(), Vector256.Create((sbyte)(sbyte.MaxValue - (last - first) - 1))).AsByte();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Bits(Vector256<byte> low, Vector256<byte> high) =>
        low.ExtractMostSignificantBits() | ((ulong)high.ExtractMostSignificantBits() << Half);
}
