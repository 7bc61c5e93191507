using System.IO.Hashing;
using System.Numerics;
using System.Runtime.InteropServices;

namespace NewsWatch.Storage.Elasticsearch.Articles;

/// <summary>A set of ids in two to four bytes each: what it does not contain was never added, what it contains most likely was. For any number of threads.</summary>
/// <remarks>
/// A Bloom filter in blocks of one word (Putze, Sanders and Singler, "Cache-, Hash- and Space-Efficient Bloom Filters", 2007): an id has four bits in one word of
/// 64, so it costs one look into memory. When it is full another one of twice the size is put beside it. A full one takes one id in 200 for one of its own by mistake, so seven, which
/// hold 20 million, take three in a hundred.
/// </remarks>
internal sealed class IdFilter(int firstCapacity = 1 << 18)
{
    private const int BitsEach = 16;
    private readonly Lock _growing = new();
    private Part[] _parts = [new(firstCapacity)];

    /// <summary>How many different ids were added, but for those taken for others.</summary>
    public long Count => _parts.Sum(part => (long)part.Count);

    /// <summary>Adds an id.</summary>
    /// <returns>Whether it was surely not there before.</returns>
    public bool Add(string id)
    {
        var hash = XxHash3.HashToUInt64(MemoryMarshal.AsBytes(id.AsSpan()));
        var parts = _parts;
        foreach (var part in parts.AsSpan(0, parts.Length - 1))
        {
            if (part.Contains(hash)) return false;
        }

        if (!parts[^1].Add(hash)) return false;
        if (parts[^1].IsFull) Grow(parts);
        return true;
    }

    private void Grow(Part[] full)
    {
        lock (_growing)
        {
            if (_parts == full) _parts = [.. full, new(2 * full[^1].Capacity)];
        }
    }

    private sealed class Part(int capacity)
    {
        // A power of two, so that the upper bits of a hash are a place; the lower ones are the bits.
        private readonly ulong[] _words = new ulong[BitOperations.RoundUpToPowerOf2((uint)Math.Max(2, capacity / (64 / BitsEach)))];
        private int _count;

        public int Capacity => capacity;

        public int Count => Volatile.Read(ref _count);

        public bool IsFull => Count >= capacity;

        public bool Contains(ulong hash) => (Volatile.Read(ref Word(hash)) & Bits(hash)) == Bits(hash);

        public bool Add(ulong hash)
        {
            var bits = Bits(hash);
            if ((Interlocked.Or(ref Word(hash), bits) & bits) == bits) return false;
            Interlocked.Increment(ref _count);
            return true;
        }

        private static ulong Bits(ulong hash) => 1UL << (int)hash | 1UL << (int)(hash >> 6) | 1UL << (int)(hash >> 12) | 1UL << (int)(hash >> 18);

        private ref ulong Word(ulong hash) => ref _words[(hash >> 24) & (ulong)(_words.Length - 1)];
    }
}
