using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using NewsWatch.Matching.Analysis.Narrow;
using NewsWatch.Matching.Analysis.Narrow.Blocks;

namespace NewsWatch.Matching.Phrases.RawText;

/// <summary>
/// For a handful of phrases: says of most texts that none can stand in them, before the text is cut into words. Looks for the first four letters of
/// one telling word of each phrase. With more phrases than a few it would stop too often.
/// </summary>
internal sealed class RawTextFilter
{
    private const int MostPhrases = 32;

    private readonly Clue[] _clues;
    private readonly WideLetterSearch _wide;
    private readonly PairLetterSearch _pair;

    private RawTextFilter(Clue[] clues)
    {
        _clues = clues;
        if (WideLetterSearch.IsSupported) _wide = new(clues);
        else _pair = new(clues);
    }

    /// <summary>Builds the filter, or <see langword="null"/> where it would not pay.</summary>
    public static RawTextFilter? Build(PhraseRecords records, int count)
    {
        if (count > MostPhrases || !(WideLetterSearch.IsSupported || PairLetterSearch.IsSupported)) return null;
        var clues = new List<Clue>();
        for (var record = 0; record < records.Length; record = records.After(record))
        {
            var forms = Encoding.UTF8.GetString(records.Tokens(record)).TrimEnd('\0').Split('\0');

            // No such phrase stands in a text that folds to ASCII, and every other text is let through.
            if (!forms.All(form => Ascii.IsValid(form))) continue;
            if (Clue.Find(forms, records.IsPrefix(record)) is not { } clue) return null;
            clues.Add(clue);
        }

        return new RawTextFilter([.. clues]);
    }

    /// <summary>Whether a phrase may stand in the text; false only where none does.</summary>
    /// <param name="narrow">The text in its narrow form, with two blocks of spaces behind it that may be read.</param>
    /// <param name="length">How long the text is.</param>
    public bool MayMatch(ReadOnlySpan<byte> narrow, int length) =>
        WideLetterSearch.IsSupported ? MayMatch<WideLetterSearch, WideBlock>(_wide, narrow, length) : MayMatch<PairLetterSearch, PairBlock>(_pair, narrow, length);

    private bool MayMatch<TSearch, TBlock>(in TSearch search, ReadOnlySpan<byte> narrow, int length)
        where TSearch : struct, ILetterSearch
        where TBlock : struct, IBlock<TBlock>
    {
        var (unusual, lastDots) = (0UL, 0UL);
        for (var index = 0; ; index += NarrowText.Block)
        {
            var places = Next<TSearch, TBlock>(search, narrow, length, ref index, ref unusual, ref lastDots);

            // Letters that do not fold to ASCII may stand for several; dots like those of N.A.T.O may stand within a word.
            if (places == 0) return unusual != 0;
            if (MayMatch(narrow[..length], index, places)) return true;
        }
    }

    // The next block with a place, or 0. It calls nothing, so that the tables stay in registers.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ulong Next<TSearch, TBlock>(in TSearch tables, ReadOnlySpan<byte> narrow, int length, ref int index, ref ulong unusual, ref ulong lastDots)
        where TSearch : struct, ILetterSearch
        where TBlock : struct, IBlock<TBlock>
    {
        var search = tables;
        ref var bytes = ref MemoryMarshal.GetReference(narrow);
        var (at, strange, before, places) = (index, unusual, lastDots, 0UL);
        for (; at < length; at += NarrowText.Block)
        {
            ref var start = ref Unsafe.Add(ref bytes, at);
            var block = TBlock.Load(ref start);
            var dots = block.Are((byte)'.');
            strange |= block.Others() | (dots & ((dots << 2) | (before >> 62)) & ((dots << 4) | (before >> 60)));
            before = dots;
            places = search.Places(ref start);
            if (places != 0) break;
        }

        (index, unusual, lastDots) = (at, strange, before);
        return places;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool MayMatch(ReadOnlySpan<byte> text, int index, ulong places)
    {
        for (; places != 0; places &= places - 1)
        {
            var start = index + BitOperations.TrailingZeroCount(places);
            foreach (var clue in _clues)
            {
                if (clue.AllowsAt(text, start)) return true;
            }
        }

        return false;
    }
}
