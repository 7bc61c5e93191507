using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using NewsWatch.Matching.Analysis.Narrow;

namespace NewsWatch.Matching.Phrases;

/// <summary>
/// Prefixes by their first letters: those that begin alike lie side by side, and a token is compared with eight of them at once. Of a prefix of more than
/// eight letters the first eight are here. A bit filter throws most tokens out before.
/// </summary>
/// <remarks>
/// Of 156 tokens of a text 60 begin like one of 5,000 prefixes, each like four of them, and 75 times with the whole one. A bit filter and a table asked for
/// the first four, five, six, seven and eight letters took four times as long, and so did a loop over those that begin alike: how many these are cannot be
/// foretold (2026-11).
/// </remarks>
internal sealed class PrefixTable
{
    /// <summary>The most letters that can tell where a prefix lies.</summary>
    public const int MostLetters = sizeof(uint);

    /// <summary>The most places that one token is found at: one for each length up to eight, and one for all that are longer.</summary>
    public const int MostOfToken = PrefixKey.Longest + 1;

    /// <summary>How many are compared at once, and so may be written beyond what counts.</summary>
    public const int Together = 8;

    private const int Half = 4;
    private const int BitsEach = 16;
    private const uint Spread = 0x9E3779B1;

    private readonly int _letters;
    private readonly BitFilter _beginnings;

    // For each hash of first letters where its prefixes start; they end where the next ones start. Behind the last there is room to read on.
    private readonly int[] _starts;
    private readonly int _shift;
    private readonly ulong[] _keys;
    private readonly PrefixOwner[] _owners;

    /// <summary>Makes the table.</summary>
    /// <param name="letters">How many letters tell where a prefix lies.</param>
    /// <param name="prefixes">The first letters of prefixes, at least so many and at most eight, and whose they are.</param>
    public PrefixTable(int letters, IReadOnlyCollection<(ulong Key, PrefixOwner Owner)> prefixes)
    {
        _letters = letters;
        _beginnings = new BitFilter(prefixes.Count, BitsEach);
        var bits = Math.Max(1, BitOperations.Log2((uint)Math.Max(1, prefixes.Count)));
        _shift = 32 - bits;
        _starts = new int[(1 << bits) + 1];
        _keys = new ulong[prefixes.Count + Together];
        _owners = new PrefixOwner[prefixes.Count];
        Array.Fill(_keys, ulong.MaxValue);
        var number = 0;
        foreach (var (key, owner) in prefixes.OrderBy(prefix => Place(prefix.Key)))
        {
            _beginnings.Add((ulong)Hash(key) << 32);
            _starts[Place(key) + 1]++;
            (_keys[number], _owners[number++]) = (key, owner);
        }

        for (var start = 1; start < _starts.Length; start++) _starts[start] += _starts[start - 1];
    }

    /// <summary>Size in bytes.</summary>
    public long Bytes => _beginnings.Bytes + (_starts.LongLength * sizeof(int)) + (_keys.LongLength * sizeof(ulong)) + (_owners.LongLength * Unsafe.SizeOf<PrefixOwner>());

    /// <summary>Whose the prefix at a place is.</summary>
    public PrefixOwner this[int place] => _owners[place];

    /// <summary>Finds the tokens that may begin with a prefix; returns how many of <paramref name="positions"/>, with room for every token, were filled.</summary>
    /// <remarks>
    /// Tokens whose form is not simply their text are left out. Always writes the position down and moves on only where the bit is set, as
    /// <see cref="CandidateScan"/> does.
    /// </remarks>
    public int Survivors(NarrowTokens tokens, int[] positions) => tokens.WithoutOdd(positions, Beginnings(tokens, positions));

    /// <summary>Finds the prefixes of some tokens.</summary>
    /// <param name="tokens">The text.</param>
    /// <param name="positions">Some of the <see cref="Survivors"/>.</param>
    /// <param name="probes">Gets the prefixes and their tokens.</param>
    /// <remarks>Behind a token there is no letter or digit, so that it is too short for what it would begin with only together with what follows.</remarks>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Probe(NarrowTokens tokens, ReadOnlySpan<int> positions, PrefixProbes probes)
    {
        ref var text = ref MemoryMarshal.GetReference(tokens.Text);
        ref var bound = ref MemoryMarshal.GetReference(tokens.Bounds);
        ref var starts = ref MemoryMarshal.GetArrayDataReference(_starts);
        ref var token = ref probes.Positions;
        ref var place = ref probes.Places;
        var mask = (uint)PrefixKey.Of(ulong.MaxValue, _letters);
        var shift = _shift;
        nint count = 0;
        foreach (nint position in positions)
        {
            var eight = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref text, Unsafe.Add(ref bound, 2 * position)));
            var hash = (nint)(((uint)eight & mask) * Spread >> shift);
            var first = Unsafe.Add(ref starts, hash);
            var end = Unsafe.Add(ref starts, hash + 1);
            do
            {
                Vector256.Create((int)position).StoreUnsafe(ref Unsafe.Add(ref token, count));
                count += BitPositions.WriteByte(Begun(eight, first), first, ref Unsafe.Add(ref place, count));
                first += Together;
            }
            while (first < end);
        }

        probes.Count = (int)count;
    }

    /// <summary>Finds the prefixes of one token.</summary>
    /// <param name="eight">Its first letters, with zeros behind them.</param>
    /// <param name="probes">Gets the prefixes.</param>
    public void Probe(ulong eight, PrefixProbes probes)
    {
        var count = 0;
        var first = _starts[Place(eight)];
        do
        {
            count += BitPositions.WriteByte(Begun(eight, first), first, ref Unsafe.Add(ref probes.Places, count));
            first += Together;
        }
        while (first < _starts[Place(eight) + 1]);
        probes.Count = count;
    }

    // Which of eight prefixes letters begin with, as bits. Those that have another place begin with other letters. A key has zeros behind its last letter, and
    // what a token has there does not count.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private byte Begun(ulong eight, nint first)
    {
        ref var key = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_keys), first);
        var all = Vector256.Create(eight);
        return (byte)(Begun(all, Vector256.LoadUnsafe(ref key)) | (Begun(all, Vector256.LoadUnsafe(ref key, Half)) << Half));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Begun(Vector256<ulong> eight, Vector256<ulong> keys) =>
        Vector256.Equals(Vector256.AndNot(eight, Vector256.Equals(keys.AsByte(), Vector256<byte>.Zero).AsUInt64()), keys).ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int Beginnings(NarrowTokens tokens, int[] positions)
    {
        ref var text = ref MemoryMarshal.GetReference(tokens.Text);
        ref var bound = ref MemoryMarshal.GetReference(tokens.Bounds);
        ref var place = ref MemoryMarshal.GetArrayDataReference(positions);
        ref var words = ref _beginnings.Words;
        var shift = _beginnings.Shift - 32;
        var mask = (uint)PrefixKey.Of(ulong.MaxValue, _letters);
        nint last = tokens.Count;
        nint count = 0;
        for (nint position = 0; position < last; position++)
        {
            Unsafe.Add(ref place, count) = (int)position;
            var first = Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref text, (nint)(uint)Unsafe.Add(ref bound, 2 * position)));
            var bit = (first & mask) * Spread >> shift;
            count += (nint)(Unsafe.Add(ref words, (nint)(bit >> 5)) >> (int)bit) & 1;
        }

        return (int)count;
    }

    private uint Hash(ulong eight) => (uint)PrefixKey.Of(eight, _letters) * Spread;

    private int Place(ulong eight) => (int)(Hash(eight) >> _shift);
}
