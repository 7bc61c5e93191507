using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NewsWatch.Matching.Analysis.Narrow.Blocks;

/// <summary>A block in one register of 512 bits.</summary>
internal readonly struct WideBlock(Vector512<byte> bytes) : IBlock<WideBlock>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WideBlock Load(ref byte start) => new(Vector512.LoadUnsafe(ref start));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WideBlock LoadLower(ref ushort start, out bool isAscii)
    {
        var first = Vector512.LoadUnsafe(ref start);
        var second = Vector512.LoadUnsafe(ref start, 32);
        var narrow = Vector512.Narrow(first, second);
        var isUpper = Vector512.LessThan(narrow - Vector512.Create((byte)'A'), Vector512.Create((byte)26));
        isAscii = ((first | second) & Vector512.Create((ushort)0xFF80)) == Vector512<ushort>.Zero;
        return new(narrow | (isUpper & Vector512.Create((byte)0x20)));
    }

    public static ulong BeyondAscii(ref ushort start) =>
        Beyond(Vector512.LoadUnsafe(ref start)) | (Beyond(Vector512.LoadUnsafe(ref start, 32)) << 32);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(ref byte start) => bytes.StoreUnsafe(ref start);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Others() => bytes.ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Marks() => Are((byte)'\'') | AreBetween((byte)',', (byte)'.') | AreBetween((byte)':', (byte)';');

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Are(byte unit) => Vector512.Equals(bytes, Vector512.Create(unit)).ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong AreBetween(byte first, byte last) =>
        Vector512.LessThanOrEqual(bytes - Vector512.Create(first), Vector512.Create((byte)(last - first))).ExtractMostSignificantBits();

    private static ulong Beyond(Vector512<ushort> units) =>
        Vector512.GreaterThan(units, Vector512.Create((ushort)0x7F)).ExtractMostSignificantBits();
}
