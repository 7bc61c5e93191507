using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using NewsWatch.Matching.Analysis.Filters;
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
    /// <param name="folded">As much room, for what the characters beyond ASCII become, each at its place: 0 where a filter has to look. What lies at the others means nothing.</param>
    /// <param name="isWhole">Whether all is to be written then, too; else writing ends where that is seen.</param>
    public static bool TryWrite(ReadOnlySpan<char> text, Span<byte> narrow, Span<char> folded, bool isWhole) =>
        Vector512.IsHardwareAccelerated ? TryWrite<WideBlock>(text, narrow, folded, isWhole) : TryWrite<PairBlock>(text, narrow, folded, isWhole);

    private static bool TryWrite<TBlock>(ReadOnlySpan<char> text, Span<byte> narrow, Span<char> folded, bool isWhole)
        where TBlock : struct, IBlock<TBlock>
    {
        var isNarrow = true;
        ref var source = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text));
        ref var target = ref MemoryMarshal.GetReference(narrow);
        ref var form = ref MemoryMarshal.GetReference(folded);
        var index = 0;
        for (; index <= text.Length - Block; index += Block)
        {
            if (TryWriteBlock<TBlock>(ref Unsafe.Add(ref source, index), index, ref Unsafe.Add(ref target, index), ref Unsafe.Add(ref form, index))) continue;
            isNarrow = false;
            if (!isWhole) return false;
        }

        Span<char> last = stackalloc char[Block];
        last.Fill(' ');
        text[index..].CopyTo(last);
        narrow.Slice(index + Block, Block).Fill((byte)' ');
        ref var rest = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(last));
        return TryWriteBlock<TBlock>(ref rest, index, ref Unsafe.Add(ref target, index), ref Unsafe.Add(ref form, index)) && isNarrow;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryWriteBlock<TBlock>(ref ushort source, int index, ref byte target, ref char folded)
        where TBlock : struct, IBlock<TBlock>
    {
        Memory.Prefetch(ref Unsafe.Add(ref source, Ahead));
        Memory.Prefetch(ref Unsafe.Add(ref source, Ahead + (Block / 2)));
        TBlock.LoadLower(ref source, out var isAscii).Store(ref target);
        return isAscii || TryWriteOthers(TBlock.BeyondAscii(ref source), ref source, index, ref target, ref folded);
    }

    private static bool TryWriteOthers(ulong positions, ref ushort source, int index, ref byte target, ref char folded)
    {
        ref var table = ref MemoryMarshal.GetReference(NarrowCharacters.OfUnit);
        ref var forms = ref MemoryMarshal.GetReference(SimpleForms.OfUnit);
        var isNarrow = true;
        for (; positions != 0; positions &= positions - 1)
        {
            var at = BitOperations.TrailingZeroCount(positions);
            int unit = Unsafe.Add(ref source, at);
            var becomes = Unsafe.Add(ref table, unit);
            if (NarrowCharacters.IsSpecial(becomes))
            {
                becomes = NarrowCharacters.Behind(index + at == 0 ? (byte)' ' : Unsafe.Add(ref target, at - 1), becomes);
                isNarrow &= !NarrowCharacters.IsForExactPath(becomes);
            }

            Unsafe.Add(ref target, at) = becomes;
            Unsafe.Add(ref folded, at) = Unsafe.Add(ref forms, unit);
        }

        return isNarrow;
    }
}
