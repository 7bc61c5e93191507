using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using NewsWatch.Matching.Analysis;
using NewsWatch.Matching.Analysis.Narrow;

namespace NewsWatch.Matching.Phrases;

/// <summary>
/// Finds where a phrase that ends in a prefix may stand, such as <c>"european central bank*"</c>. A bit filter of its last word and the prefix's first
/// three letters throws nearly every place of a text out; a second one, of the word and the whole prefix or its first eight letters, most of the rest.
/// </summary>
internal sealed class Endings
{
    private const int Beginning = 3;
    private const uint BeginningMask = 0xFFFFFF;
    private const int Letters = 8;
    private const int BitsEach = 16;

    // A phrase of two tokens has a hash of its own.
    private const ulong Salt = 0x9FB21C651E98DF25;

    private readonly BitFilter _beginnings;
    private readonly BitFilter _wholes;

    // Prefixes of fewer letters, as other scripts have them, are looked for everywhere.
    private bool _hasShort;

    /// <summary>Makes room for so many.</summary>
    public Endings(int count) => (_beginnings, _wholes) = (new BitFilter(count, BitsEach), new BitFilter(count, BitsEach));

    /// <summary>Size in bytes.</summary>
    public long Bytes => _beginnings.Bytes + _wholes.Bytes;

    /// <summary>Adds a phrase; returns the hash that it is to be found by in the table of phrases.</summary>
    /// <param name="word">The hash of the last word before the prefix.</param>
    /// <param name="prefix">The prefix in UTF-8.</param>
    public ulong Add(ulong word, ReadOnlySpan<byte> prefix)
    {
        Span<char> units = stackalloc char[prefix.Length];
        units = units[..Encoding.UTF8.GetChars(prefix, units)];
        _hasShort |= units.Length < Beginning;
        _beginnings.Add(Hash(word, Key(units[..Math.Min(units.Length, Beginning)])));
        var hash = Hash(word, Key(units[..Math.Min(units.Length, Letters)]));
        _wholes.Add(hash);
        return hash;
    }

    /// <summary>Adds every place of the text where a phrase may end to the candidates.</summary>
    public void Find(TokenBuffer tokens, PhraseTable table, Candidates candidates)
    {
        if (!tokens.IsNarrow)
        {
            for (var position = 1; position < tokens.Count; position++) FindForm(tokens, position, table, candidates);
            return;
        }

        FindNarrow(tokens.Narrow, table, candidates);
        foreach (var position in tokens.Narrow.OddNumbers)
        {
            if (position > 0) FindForm(tokens, position, table, candidates);
        }
    }

    // Tokens whose form is not simply their text are left to the caller.
    private void FindNarrow(NarrowTokens tokens, PhraseTable table, Candidates candidates)
    {
        ref var text = ref MemoryMarshal.GetReference(tokens.Text);
        var odd = tokens.OddNumbers;
        foreach (var position in candidates.Singles.AsSpan(0, Scan(tokens, candidates.Singles)))
        {
            while (!odd.IsEmpty && odd[0] < position) odd = odd[1..];
            if (!odd.IsEmpty && odd[0] == position) continue;
            var word = tokens.Hashes[position - 1];
            var start = tokens.Start(position);
            var eight = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref text, start));
            var letters = Math.Min(tokens.End(position) - start, Letters);
            for (var length = _hasShort ? 1 : Beginning; length <= letters; length++) AddIfWhole(Hash(word, PrefixLetters.Key(eight, length)), position, table, candidates);
        }
    }

    // Always writes the place down and moves on only where the bit is set, as CandidateScan does. Of a word of fewer letters what lies behind it is looked
    // up too; the phrase tells in the end.
    private int Scan(NarrowTokens tokens, int[] found)
    {
        var hashes = tokens.Hashes;
        ref var text = ref MemoryMarshal.GetReference(tokens.Text);
        ref var bound = ref MemoryMarshal.GetReference(tokens.Bounds);
        ref var place = ref MemoryMarshal.GetArrayDataReference(found);
        ref var words = ref _beginnings.Words;
        var shift = _beginnings.Shift;
        var all = _hasShort ? 1 : 0;
        var count = 0;
        for (var position = 1; position < hashes.Length; position++)
        {
            Unsafe.Add(ref place, count) = position;
            var letters = Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref text, Unsafe.Add(ref bound, 2 * position))) & BeginningMask;
            count += BitFilter.Test(ref words, shift, Hash(hashes[position - 1], letters)) | all;
        }

        return count;
    }

    private void FindForm(TokenBuffer tokens, int position, PhraseTable table, Candidates candidates)
    {
        var word = tokens.Hashes[position - 1];
        var form = tokens.Form(position);
        if (!_hasShort && (form.Length < Beginning || !_beginnings.MayContain(Hash(word, Key(form[..Beginning]))))) return;
        var key = 0UL;
        for (var length = 1; length <= Math.Min(form.Length, Letters); length++)
        {
            key ^= (ulong)form[length - 1] << (8 * (length - 1));
            AddIfWhole(Hash(word, key), position, table, candidates);
        }
    }

    private void AddIfWhole(ulong hash, int position, PhraseTable table, Candidates candidates)
    {
        if (!_wholes.MayContain(hash)) return;
        table.Prefetch(hash);
        candidates.Add(new Candidate(position - 1, position + 1, hash));
    }

    // For ASCII the same as so many of the first bytes of narrow text.
    private static ulong Key(ReadOnlySpan<char> units)
    {
        var key = 0UL;
        for (var unit = 0; unit < units.Length; unit++) key ^= (ulong)units[unit] << (8 * unit);
        return key;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Hash(ulong word, ulong letters) => TokenHash.Append(word, PrefixLetters.Mix(letters) ^ Salt);
}
