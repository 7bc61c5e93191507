using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using NewsWatch.Matching.Analysis.Narrow;

namespace NewsWatch.Matching.Phrases.WordBeginnings;

/// <summary>
/// Prefixes by a hash of what they begin with: those of one hash lie side by side, and a token is compared with eight of them at once. Each is known by its
/// letters, or the first eight of them, in ASCII.
/// </summary>
/// <typeparam name="TOwner">What a prefix leads to.</typeparam>
/// <remarks>
/// Of 156 tokens of a text 60 begin like one of 4,200 prefixes, each like four of them, and 75 times with the whole one. Asking a bit filter and then a
/// table for the first four, five, six, seven and eight letters took twice as long, and so did a loop over those that begin alike: how many these are
/// cannot be foretold (2026-11).
/// </remarks>
internal sealed class PrefixTable<TOwner>
    where TOwner : struct
{
    private const int Half = 4;

    // For each place that a hash leads to where its prefixes start; they end where the next ones start.
    private readonly int[] _starts;
    private readonly int _shift;

    // Letters, as PrefixKey has them. Behind the last there is room to read on.
    private readonly ulong[] _keys;
    private readonly TOwner[] _owners;

    /// <summary>Makes the table.</summary>
    /// <param name="prefixes">The hash of what a prefix begins with, whose high bits count; its letters; what it leads to.</param>
    public PrefixTable(IReadOnlyCollection<(uint Hash, ulong Key, TOwner Owner)> prefixes)
    {
        var bits = Math.Max(1, BitOperations.Log2((uint)Math.Max(1, prefixes.Count)));
        _shift = 32 - bits;
        _starts = new int[(1 << bits) + 1];
        _keys = new ulong[prefixes.Count + PrefixProbes.AtOnce];
        _owners = new TOwner[prefixes.Count];
        Array.Fill(_keys, ulong.MaxValue);
        var number = 0;
        foreach (var (hash, key, owner) in prefixes.OrderBy(prefix => prefix.Hash >> _shift))
        {
            _starts[(hash >> _shift) + 1]++;
            (_keys[number], _owners[number++]) = (key, owner);
        }

        MostAlike = _starts.Max();
        for (var start = 1; start < _starts.Length; start++) _starts[start] += _starts[start - 1];
    }

    /// <summary>The most prefixes that lie side by side.</summary>
    public int MostAlike { get; }

    /// <summary>Size in bytes.</summary>
    public long Bytes => (_starts.LongLength * sizeof(int)) + (_keys.LongLength * sizeof(ulong)) + (_owners.LongLength * Unsafe.SizeOf<TOwner>());

    /// <summary>What the prefix at a place leads to.</summary>
    public TOwner this[int place] => _owners[place];

    /// <summary>What all prefixes lead to, by place.</summary>
    public ReadOnlySpan<TOwner> Owners => _owners;

    /// <summary>Finds the prefixes of some tokens of a text.</summary>
    /// <param name="keys">The first letters of every token of the text.</param>
    /// <param name="positions">The tokens to look at.</param>
    /// <param name="hashes">For each of them the hash of what it begins with.</param>
    /// <param name="probes">Gets the prefixes, and which of the tokens begins so.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Probe(ReadOnlySpan<ulong> keys, ReadOnlySpan<int> positions, ReadOnlySpan<uint> hashes, PrefixProbes probes)
    {
        ref var letters = ref MemoryMarshal.GetReference(keys);
        ref var hash = ref MemoryMarshal.GetReference(hashes);
        ref var starts = ref MemoryMarshal.GetArrayDataReference(_starts);
        ref var key = ref MemoryMarshal.GetArrayDataReference(_keys);
        ref var which = ref probes.Numbers;
        ref var place = ref probes.Places;
        var shift = _shift;
        nint room = probes.Room;
        nint count = 0;
        for (var number = 0; number < positions.Length; number++)
        {
            var eight = Vector256.Create(Unsafe.Add(ref letters, positions[number]));
            var start = (nint)(Unsafe.Add(ref hash, number) >> shift);
            var first = Unsafe.Add(ref starts, start);
            var end = Unsafe.Add(ref starts, start + 1);
            do
            {
                if (count > room)
                {
                    probes.Grow();
                    room = probes.Room;
                    which = ref probes.Numbers;
                    place = ref probes.Places;
                }

                Vector256.Create(number).StoreUnsafe(ref Unsafe.Add(ref which, count));
                count += BitPositions.WriteByte(Begun(eight, ref Unsafe.Add(ref key, first)), first, ref Unsafe.Add(ref place, count));
                first += PrefixProbes.AtOnce;
            }
            while (first < end);
        }

        probes.Count = (int)count;
    }

    // Which of eight prefixes letters begin with, as bits. Those of another hash, which may be among the eight, begin with other letters, or else are found
    // by mistake.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static byte Begun(Vector256<ulong> eight, ref ulong keys) =>
        (byte)(Begun(eight, Vector256.LoadUnsafe(ref keys)) | (Begun(eight, Vector256.LoadUnsafe(ref keys, Half)) << Half));

    // A key has zeros behind its last letter, and what a token has there does not count.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Begun(Vector256<ulong> eight, Vector256<ulong> keys) =>
        Vector256.Equals(Vector256.AndNot(eight, Vector256.Equals(keys.AsByte(), Vector256<byte>.Zero).AsUInt64()), keys).ExtractMostSignificantBits();
}
