using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NewsWatch.Matching.Phrases;

/// <summary>
/// Where <see cref="PhraseIndex"/> puts what it finds in one text. Use it again and again: it grows to the busiest text and allocates nothing
/// after that. Not thread-safe; keep one a thread.
/// </summary>
public sealed class PhraseHits
{
    private PhraseHit[] _items = [];
    private int _count;

    /// <summary>Every phrase at every place where it stands, in no particular order; valid until the next search.</summary>
    public ReadOnlySpan<PhraseHit> Items => _items.AsSpan(0, _count);

    /// <summary>Room for what a search has to remember on its way.</summary>
    internal Candidates Candidates { get; } = new();

    internal void Clear() => _count = 0;

    internal void Add(PhraseHit hit)
    {
        if (_count == _items.Length) Grow(1);
        _items[_count++] = hit;
    }

    /// <summary>Where the next hits go, with room for so many; <see cref="Advance"/> makes them count.</summary>
    internal ref PhraseHit Room(int hits)
    {
        if (_items.Length - _count < hits) Grow(hits);
        return ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_items), _count);
    }

    internal void Advance(int hits) => _count += hits;

    private void Grow(int hits) => Array.Resize(ref _items, Math.Max(16, Math.Max(_count + hits, _count * 2)));
}
