using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using NewsWatch.Matching.Analysis.Characters;
using NewsWatch.Matching.Analysis.Narrow.Blocks;

namespace NewsWatch.Matching.Analysis.Narrow;

/// <summary>
/// Cuts narrow text into words with a few operations on 64-bit masks: a word is a run of letters, digits and underscores, of a joining mark between
/// two letters or two digits, and of a hyphen that ties a prefix. Words that hold more than letters and digits are noted: their form is not their text.
/// </summary>
internal sealed class NarrowWords
{
    // Where each word starts and ends, in turn: between two words there always is something.
    private int[] _bounds = [];
    private int[] _odd = [];

    /// <summary>How many words there are.</summary>
    public int Count { get; private set; }

    /// <summary>Where each word starts and one past where it ends, in turn.</summary>
    public ReadOnlySpan<int> Bounds => _bounds.AsSpan(0, 2 * Count);

    /// <summary>The numbers of the words whose form has to be looked up, ascending.</summary>
    public ReadOnlySpan<int> Odd => _odd.AsSpan(0, OddCount);

    private int OddCount { get; set; }

    /// <summary>Where a word starts.</summary>
    public int Start(int number) => _bounds[2 * number];

    /// <summary>One past where a word ends.</summary>
    public int End(int number) => _bounds[(2 * number) + 1];

    /// <summary>Forgets all words.</summary>
    public void Clear() => Count = 0;

    /// <summary>Takes a word out; those behind it move up.</summary>
    public void Remove(int number)
    {
        _bounds.AsSpan((2 * (number + 1))..(2 * Count)).CopyTo(_bounds.AsSpan(2 * number));
        Count--;
    }

    /// <summary>Cuts the text whose narrow form is <paramref name="narrow"/>.</summary>
    public void Cut(ReadOnlySpan<char> text, ReadOnlySpan<byte> narrow)
    {
        Reserve(text.Length);
        if (Vector512.IsHardwareAccelerated) Cut<WideBlock>(text, narrow);
        else Cut<PairBlock>(text, narrow);
    }

    private void Cut<TBlock>(ReadOnlySpan<char> text, ReadOnlySpan<byte> narrow)
        where TBlock : struct, IBlock<TBlock>
    {
        ref var bytes = ref MemoryMarshal.GetReference(narrow);
        ref var bounds = ref MemoryMarshal.GetArrayDataReference(_bounds);
        var (lastLetter, lastDigit, lastWord) = (0UL, 0UL, 0UL);
        var count = 0;
        for (var index = 0; index <= text.Length; index += NarrowText.Block)
        {
            ref var start = ref Unsafe.Add(ref bytes, index);
            var block = TBlock.Load(ref start);
            var others = block.Others();
            var letters = block.AreBetween((byte)'a', (byte)'z') | others;
            var digits = block.AreBetween((byte)'0', (byte)'9');
            var connectors = block.Are((byte)'_');
            var plain = letters | digits;
            var word = plain | connectors;
            var odd = connectors | others;

            // Most blocks have no mark between two letters or digits, and end here.
            var marks = block.Marks();
            var next = Unsafe.Add(ref start, NarrowText.Block);
            marks &= ((plain << 1) | lastLetter | lastDigit) & ((plain >> 1) | Highest(IsLetter(next) | IsDigit(next)));
            if (marks != 0)
            {
                var joins = Joins<TBlock>(text, index, ref start, new(letters, digits, lastLetter, lastDigit));
                word |= joins;
                odd |= joins & ((letters << 1) | lastLetter);
            }

            // Where it changes from no word to a word a word starts, and ends where it changes back.
            var changes = word ^ ((word << 1) | lastWord);
            if (odd != 0) NoteOdd(odd, word & changes, (count + 1) / 2);
            count += BitPositions.Write(changes, index, ref Unsafe.Add(ref bounds, count));
            (lastLetter, lastDigit, lastWord) = (letters >> 63, digits >> 63, word >> 63);
        }

        Count = count / 2;
    }

    // The marks that join letters with letters or digits with digits. Out of line, as is the next, so that the loop keeps its registers.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ulong Joins<TBlock>(ReadOnlySpan<char> text, int index, ref byte start, in Neighbours neighbours)
        where TBlock : struct, IBlock<TBlock>
    {
        var block = TBlock.Load(ref start);
        var next = Unsafe.Add(ref start, NarrowText.Block);
        var betweenLetters = neighbours.AfterLetter & ((neighbours.Letters >> 1) | Highest(IsLetter(next)));
        var betweenDigits = neighbours.AfterDigit & ((neighbours.Digits >> 1) | Highest(IsDigit(next)));
        var betweenBoth = block.Are((byte)'\'') | block.Are((byte)'.');
        var joins = (betweenBoth | block.Are((byte)':')) & betweenLetters;
        if ((block.Are((byte)'-') & betweenLetters) is not 0 and var hyphens) joins |= Prefixes(text, index, hyphens);
        return joins | ((betweenBoth | block.Are((byte)',') | block.Are((byte)';')) & betweenDigits);
    }

    // Without a branch, as here and below: what the next block begins with cannot be foretold.
    private static ulong Highest(bool isSet) => (ulong)Unsafe.BitCast<bool, byte>(isSet) << 63;

    private static bool IsLetter(byte narrow) => (narrow >= NarrowCharacters.OtherLetter) | ((uint)(narrow - 'a') < 26);

    private static bool IsDigit(byte narrow) => (uint)(narrow - '0') < 10;

    private static ulong Prefixes(ReadOnlySpan<char> text, int index, ulong hyphens)
    {
        var joined = 0UL;
        for (; hyphens != 0; hyphens &= hyphens - 1)
        {
            if (JoinedPrefix.Joins(text, index + BitOperations.TrailingZeroCount(hyphens))) joined |= hyphens & (0 - hyphens);
        }

        return joined;
    }

    // Several odd characters may lie in one word; the word is noted once, and of a run of them only the first is looked at.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void NoteOdd(ulong odd, ulong first, int startsBefore)
    {
        for (odd &= ~(odd << 1); odd != 0; odd &= odd - 1)
        {
            var upTo = odd ^ (odd - 1);
            var number = startsBefore + BitOperations.PopCount(first & upTo) - 1;
            if (OddCount == 0 || _odd[OddCount - 1] != number) _odd[OddCount++] = number;
        }
    }

    private void Reserve(int length)
    {
        OddCount = 0;
        if (_bounds.Length >= length + BitPositions.Room) return;
        _bounds = new int[length + (length / 2) + BitPositions.Room];
        _odd = new int[(_bounds.Length / 2) + 1];
    }

    /// <param name="Letters">The letters of a block.</param>
    /// <param name="Digits">Its digits.</param>
    /// <param name="LastLetter">1 where the block before ends with a letter.</param>
    /// <param name="LastDigit">1 where it ends with a digit.</param>
    private readonly record struct Neighbours(ulong Letters, ulong Digits, ulong LastLetter, ulong LastDigit)
    {
        public ulong AfterLetter => (Letters << 1) | LastLetter;

        public ulong AfterDigit => (Digits << 1) | LastDigit;
    }
}
