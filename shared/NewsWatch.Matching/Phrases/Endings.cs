using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using NewsWatch.Matching.Analysis;
using NewsWatch.Matching.Analysis.Narrow;

namespace NewsWatch.Matching.Phrases;

/// <summary>
/// Finds where a phrase that ends in a prefix may stand, such as <c>"european central bank*"</c>. A bit filter of its last word and the prefix's first
/// three letters throws nearly every place of a text out; a second one, of the word and the whole prefix or its first eight letters, most of the rest. What
/// is left is looked up with all of its words.
/// </summary>
internal sealed class Endings
{
    private const int Beginning = 3;
    private const int Letters = PrefixKey.Longest;
    private const int BitsEach = 16;

    // Of more words than so many the last are looked up.
    private const int MostWords = 8;

    private readonly BitFilter _lastWords;
    private readonly BitFilter _beginnings;
    private readonly BitFilter _wholes;

    // Prefixes of fewer units than a beginning, as other scripts have them, are looked for everywhere where they can be.
    private bool _hasShort;
    private bool _hasShortAscii;

    // Bit n stands for phrases of n words before the prefix.
    private int _counts;

    /// <summary>Makes room for so many.</summary>
    public Endings(int count)
    {
        _lastWords = new BitFilter(count, BitsEach);
        _beginnings = new BitFilter(count, BitsEach);
        _wholes = new BitFilter(count, BitsEach);
    }

    /// <summary>Size in bytes.</summary>
    public long Bytes => _lastWords.Bytes + _beginnings.Bytes + _wholes.Bytes;

    /// <summary>Adds a phrase; returns the hash that it is to be found by in the table of phrases.</summary>
    /// <param name="words">The hashes of the words before the prefix; at least one.</param>
    /// <param name="prefix">The prefix in UTF-8.</param>
    public ulong Add(ReadOnlySpan<ulong> words, ReadOnlySpan<byte> prefix)
    {
        Span<char> units = stackalloc char[prefix.Length];
        units = units[..Encoding.UTF8.GetChars(prefix, units)];
        _lastWords.Add(words[^1]);
        if (units.Length < Beginning) (_hasShort, _hasShortAscii) = (true, _hasShortAscii || Ascii.IsValid(prefix));
        else _beginnings.Add(Hash(words[^1], PrefixKey.Of(units[..Beginning]), Beginning));
        var length = Math.Min(units.Length, Letters);
        var letters = PrefixKey.Of(units[..length]);
        _wholes.Add(Hash(words[^1], letters, length));
        var last = words[Math.Max(0, words.Length - MostWords)..];
        _counts |= 1 << last.Length;
        return Hash(Together(last), letters, length);
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

    // Tokens whose form is not simply their text are left to the caller; all others are ASCII.
    private void FindNarrow(NarrowTokens tokens, PhraseTable table, Candidates candidates)
    {
        ref var text = ref MemoryMarshal.GetReference(tokens.Text);
        var least = _hasShortAscii ? 1 : Beginning;
        var count = Begun(tokens, candidates.Singles, BehindLastWords(tokens, candidates.Singles));
        count = tokens.WithoutOdd(candidates.Singles, count);
        foreach (var position in candidates.Singles.AsSpan(0, count))
        {
            var start = tokens.Start(position);
            var eight = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref text, start));
            var most = Math.Min(tokens.End(position) - start, Letters);
            for (var length = least; length <= most; length++) AddIfWhole(tokens.Hashes, PrefixKey.Of(eight, length), length, position, table, candidates);
        }
    }

    // Always writes the place down and moves on only where the bit is set, as CandidateScan does; so does the next.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private int BehindLastWords(NarrowTokens tokens, int[] found)
    {
        ref var hash = ref MemoryMarshal.GetReference(tokens.Hashes);
        ref var place = ref MemoryMarshal.GetArrayDataReference(found);
        ref var words = ref _lastWords.Words;
        var shift = _lastWords.Shift;
        nint count = 0;
        nint last = tokens.Count;
        for (nint position = 1; position < last; position++)
        {
            Unsafe.Add(ref place, count) = (int)position;
            count += BitFilter.Test(ref words, shift, Unsafe.Add(ref hash, position - 1));
        }

        return (int)count;
    }

    // Of a word of fewer letters what lies behind it is looked up too; the caller knows how long it is.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private int Begun(NarrowTokens tokens, int[] found, int count)
    {
        if (_hasShortAscii) return count;
        ref var hash = ref MemoryMarshal.GetReference(tokens.Hashes);
        ref var text = ref MemoryMarshal.GetReference(tokens.Text);
        ref var bound = ref MemoryMarshal.GetReference(tokens.Bounds);
        ref var place = ref MemoryMarshal.GetArrayDataReference(found);
        ref var words = ref _beginnings.Words;
        var shift = _beginnings.Shift;
        nint kept = 0;
        nint last = count;
        for (nint number = 0; number < last; number++)
        {
            nint position = Unsafe.Add(ref place, number);
            Unsafe.Add(ref place, kept) = (int)position;
            var letters = PrefixKey.Of(Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref text, Unsafe.Add(ref bound, 2 * position))), Beginning);
            kept += BitFilter.Test(ref words, shift, Hash(Unsafe.Add(ref hash, position - 1), letters, Beginning));
        }

        return (int)kept;
    }

    private void FindForm(TokenBuffer tokens, int position, PhraseTable table, Candidates candidates)
    {
        var hashes = tokens.Hashes;
        if (!_lastWords.MayContain(hashes[position - 1])) return;
        var form = tokens.Form(position);
        if (!_hasShort && (form.Length < Beginning || !_beginnings.MayContain(Hash(hashes[position - 1], PrefixKey.Of(form[..Beginning]), Beginning)))) return;
        var most = Math.Min(form.Length, Letters);
        for (var length = _hasShort ? 1 : Beginning; length <= most; length++) AddIfWhole(hashes, PrefixKey.Of(form[..length]), length, position, table, candidates);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void AddIfWhole(ReadOnlySpan<ulong> hashes, ulong letters, int length, int position, PhraseTable table, Candidates candidates)
    {
        if (_wholes.MayContain(Hash(hashes[position - 1], letters, length))) Add(hashes[..position], letters, length, table, candidates);
    }

    private void Add(ReadOnlySpan<ulong> before, ulong letters, int length, PhraseTable table, Candidates candidates)
    {
        for (var words = 1; words <= Math.Min(MostWords, before.Length); words++)
        {
            if ((_counts >> words & 1) == 0) continue;
            var hash = Hash(Together(before[^words..]), letters, length);
            table.Prefetch(hash);
            candidates.Add(new Candidate(before.Length - words, before.Length + 1, hash));
        }
    }

    private static ulong Together(ReadOnlySpan<ulong> words)
    {
        var hash = words[0];
        foreach (var word in words[1..]) hash = TokenHash.Append(hash, word);
        return hash;
    }

    // With the length, since units beyond eight bits overlap and letters of two lengths may look the same.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Hash(ulong words, ulong letters, int length) => TokenHash.Append(words, PrefixKey.Mix(letters) ^ (PrefixKey.Salt + (ulong)length));
}
