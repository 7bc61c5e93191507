using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using NewsWatch.Matching.Analysis.Characters;

namespace NewsWatch.Matching.Analysis.Narrow;

/// <summary>
/// Cuts narrow text into words with a few operations on 64-bit masks: a word is a run of letters, digits and underscores, of a joining mark between
/// two letters or two digits, and of a hyphen that ties a prefix. Words that hold more than letters and digits are noted: their form is not their text.
/// </summary>
internal sealed class NarrowWords
{
    // A block starts at most 32 words, and as much is written behind the last.
    private const int Slack = 40;
    private const ulong HighestBit = 1UL << 63;

    private int[] _starts = [];
    private int[] _ends = [];
    private int[] _odd = [];

    /// <summary>How many words there are.</summary>
    public int Count { get; private set; }

    /// <summary>Where words start.</summary>
    public Span<int> Starts => _starts.AsSpan(0, Count);

    /// <summary>One past where words end.</summary>
    public Span<int> Ends => _ends.AsSpan(0, Count);

    /// <summary>The numbers of the words whose form has to be looked up, ascending.</summary>
    public ReadOnlySpan<int> Odd => _odd.AsSpan(0, OddCount);

    private int OddCount { get; set; }

    /// <summary>Cuts the text whose narrow form is <paramref name="narrow"/>.</summary>
    public void Cut(ReadOnlySpan<char> text, ReadOnlySpan<byte> narrow)
    {
        Reserve(text.Length);
        ref var bytes = ref MemoryMarshal.GetReference(narrow);
        ref var firstStart = ref MemoryMarshal.GetArrayDataReference(_starts);
        ref var firstEnd = ref MemoryMarshal.GetArrayDataReference(_ends);
        var (lastLetter, lastDigit, lastWord) = (0UL, 0UL, 0UL);
        var count = 0;
        var ended = 0;
        for (var index = 0; index <= text.Length; index += NarrowText.Block)
        {
            var block = Vector512.LoadUnsafe(ref Unsafe.Add(ref bytes, index));
            var next = Unsafe.Add(ref bytes, index + NarrowText.Block);
            var others = block.ExtractMostSignificantBits();
            var letters = Are(block, 'a', 'z') | others;
            var digits = Are(block, '0', '9');
            var connectors = Are(block, '_');
            var betweenBoth = Are(block, '\'') | Are(block, '.');

            var afterLetter = (letters << 1) | lastLetter;
            var beforeLetter = (letters >> 1) | (IsLetter(next) ? HighestBit : 0);
            var afterDigit = (digits << 1) | lastDigit;
            var beforeDigit = (digits >> 1) | (char.IsAsciiDigit((char)next) ? HighestBit : 0);
            var joined = (betweenBoth | Are(block, ':')) & afterLetter & beforeLetter;
            if ((Are(block, '-') & afterLetter & beforeLetter) is not 0 and var hyphens) joined |= Prefixes(text, index, hyphens);
            var number = (betweenBoth | Are(block, ',') | Are(block, ';')) & afterDigit & beforeDigit;
            var word = letters | digits | connectors | joined | number;
            var afterWord = (word << 1) | lastWord;
            var first = word & ~afterWord;
            if ((joined | connectors | others) is not 0 and var odd) NoteOdd(odd, first, count);

            BitPositions.Write(first, index, ref Unsafe.Add(ref firstStart, count));
            BitPositions.Write(~word & afterWord, index, ref Unsafe.Add(ref firstEnd, ended));
            count += BitOperations.PopCount(first);
            ended += BitOperations.PopCount(~word & afterWord);
            (lastLetter, lastDigit, lastWord) = (letters >> 63, digits >> 63, word >> 63);
        }

        Count = count;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Are(Vector512<byte> bytes, char unit) => Vector512.Equals(bytes, Vector512.Create((byte)unit)).ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Are(Vector512<byte> bytes, char first, char last) =>
        Vector512.LessThanOrEqual(bytes - Vector512.Create((byte)first), Vector512.Create((byte)(last - first))).ExtractMostSignificantBits();

    private static bool IsLetter(byte narrow) => narrow >= NarrowCharacters.OtherLetter || (uint)(narrow - 'a') < 26;

    // Out of line, as is the next, so that the loop keeps its registers.
    [MethodImpl(MethodImplOptions.NoInlining)]
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
        var size = (length / 2) + Slack + NarrowText.Block;
        if (_starts.Length >= size) return;
        _starts = new int[size];
        _ends = new int[size];
        _odd = new int[size];
    }
}
