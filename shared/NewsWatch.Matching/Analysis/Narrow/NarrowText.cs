using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using NewsWatch.Matching.Analysis.Narrow.Blocks;
using NewsWatch.Matching.Phrases;

namespace NewsWatch.Matching.Analysis.Narrow;

/// <summary>Turns a text into bytes, folded and in lower case, 64 units at a time.</summary>
internal static class NarrowText
{
    /// <summary>Units a step; also the room that a buffer needs beyond the text, for whole steps and for reading ahead.</summary>
    public const int Block = 64;

    // Far enough that memory has answered by then; the processor's own guesses stop at every page.
    private const int Ahead = 1024;

    /// <summary>Writes the narrow form and spaces behind it; false where the text needs the exact path.</summary>
    /// <param name="text">The text.</param>
    /// <param name="narrow">Room for the text and two blocks more.</param>
    /// <param name="isWhole">Whether all is to be written then, too; else writing ends where that is seen.</param>
    public static bool TryWrite(ReadOnlySpan<char> text, Span<byte> narrow, bool isWhole) =>
        Vector512.IsHardwareAccelerated ? TryWrite<WideBlock>(text, narrow, isWhole) : TryWrite<PairBlock>(text, narrow, isWhole);

    private static bool TryWrite<TBlock>(ReadOnlySpan<char> text, Span<byte> narrow, bool isWhole)
        where TBlock : struct, IBlock<TBlock>
    {
        var isNarrow = true;
        ref var source = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text));
        ref var target = ref MemoryMarshal.GetReference(narrow);
        var index = 0;
        for (; index <= text.Length - Block; index += Block)
        {
            if (TryWriteBlock<TBlock>(ref Unsafe.Add(ref source, index), ref Unsafe.Add(ref target, index))) continue;
            isNarrow = false;
            if (!isWhole) return false;
        }

        Span<char> last = stackalloc char[Block];
        last.Fill(' ');
        text[index..].CopyTo(last);
        narrow.Slice(index + Block, Block).Fill((byte)' ');
        return TryWriteBlock<TBlock>(ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(last)), ref Unsafe.Add(ref target, index)) && isNarrow;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryWriteBlock<TBlock>(ref ushort source, ref byte target)
        where TBlock : struct, IBlock<TBlock>
    {
        Memory.Prefetch(ref Unsafe.Add(ref source, Ahead));
        Memory.Prefetch(ref Unsafe.Add(ref source, Ahead + (Block / 2)));
        TBlock.LoadLower(ref source, out var isAscii).Store(ref target);
        return isAscii || TryWriteOthers(TBlock.BeyondAscii(ref source), ref source, ref target);
    }

    private static bool TryWriteOthers(ulong positions, ref ushort source, ref byte target)
    {
        ref var table = ref MemoryMarshal.GetReference(NarrowCharacters.OfUnit);
        var isNarrow = true;
        for (; positions != 0; positions &= positions - 1)
        {
            var index = BitOperations.TrailingZeroCount(positions);
            var becomes = Unsafe.Add(ref table, (int)Unsafe.Add(ref source, index));
            isNarrow &= !NarrowCharacters.IsForExactPath(becomes);
            Unsafe.Add(ref target, index) = becomes;
        }

        return isNarrow;
    }
}
