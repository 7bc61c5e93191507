using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NewsWatch.Matching.Analysis.Narrow;

/// <summary>Turns a text into bytes, folded and in lower case, 64 units at a time.</summary>
internal static class NarrowText
{
    /// <summary>Units a step; also the room that a buffer needs beyond the text, for whole steps and for reading ahead.</summary>
    public const int Block = 64;

    /// <summary>Writes the narrow form and spaces behind it; false where the text needs the exact path.</summary>
    /// <param name="text">The text.</param>
    /// <param name="narrow">Room for the text and two blocks more.</param>
    public static bool TryWrite(ReadOnlySpan<char> text, Span<byte> narrow)
    {
        ref var source = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text));
        ref var target = ref MemoryMarshal.GetReference(narrow);
        var index = 0;
        for (; index <= text.Length - Block; index += Block)
        {
            if (!TryWriteBlock(ref Unsafe.Add(ref source, index), ref Unsafe.Add(ref target, index))) return false;
        }

        Span<char> last = stackalloc char[Block];
        last.Fill(' ');
        text[index..].CopyTo(last);
        Unsafe.WriteUnaligned(ref Unsafe.Add(ref target, index + Block), Vector512.Create((byte)' '));
        return TryWriteBlock(ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(last)), ref Unsafe.Add(ref target, index));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryWriteBlock(ref ushort source, ref byte target)
    {
        var first = Vector512.LoadUnsafe(ref source);
        var second = Vector512.LoadUnsafe(ref source, 32);
        var narrow = Vector512.Narrow(first, second);
        var isUpper = Vector512.LessThan(narrow - Vector512.Create((byte)'A'), Vector512.Create((byte)26));
        (narrow | (isUpper & Vector512.Create((byte)0x20))).StoreUnsafe(ref target);
        if (((first | second) & Vector512.Create((ushort)0xFF80)) == Vector512<ushort>.Zero) return true;
        return TryWriteOthers(Beyond(first) | ((ulong)Beyond(second) << 32), ref source, ref target);
    }

    private static uint Beyond(Vector512<ushort> units) =>
        (uint)Vector512.GreaterThan(units, Vector512.Create((ushort)0x7F)).ExtractMostSignificantBits();

    private static bool TryWriteOthers(ulong positions, ref ushort source, ref byte target)
    {
        ref var table = ref MemoryMarshal.GetReference(NarrowCharacters.OfUnit);
        for (; positions != 0; positions &= positions - 1)
        {
            var index = BitOperations.TrailingZeroCount(positions);
            var becomes = Unsafe.Add(ref table, (int)Unsafe.Add(ref source, index));
            if (becomes == NarrowCharacters.None) return false;
            Unsafe.Add(ref target, index) = becomes;
        }

        return true;
    }
}
