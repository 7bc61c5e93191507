using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NewsWatch.Matching.Watches;

/// <summary>A list of which a changed copy shares all but the chunks that changed: of a million items one change copies a thousand, and where the chunks are. Immutable.</summary>
/// <typeparam name="T">The items.</typeparam>
internal sealed class Chunks<T>
{
    private const int Bits = 10;
    private const int Size = 1 << Bits;

    private readonly T[][] _chunks;

    private Chunks(T[][] chunks, int length) => (_chunks, Length) = (chunks, length);

    /// <summary>No items.</summary>
    public static Chunks<T> Empty { get; } = new([], 0);

    /// <summary>How many items there are.</summary>
    public int Length { get; }

    /// <summary>An item.</summary>
    public ref readonly T this[int number]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref _chunks[number >> Bits][number & (Size - 1)];
    }

    /// <summary>Asks for an item's memory before it is needed.</summary>
    public void Prefetch(int number) => Phrases.Memory.Prefetch(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_chunks[number >> Bits]), number & (Size - 1)));

    /// <summary>With items set, and as many more as that takes; this one stays as it is.</summary>
    /// <param name="changes">What is set, at numbers from 0 on; of two with one number the last counts. Items between that are not set have their default.</param>
    public Chunks<T> With(IReadOnlyCollection<(int Number, T Item)> changes)
    {
        if (changes.Count == 0) return this;
        var length = Math.Max(Length, changes.Max(change => change.Number) + 1);
        var chunks = new T[(length + Size - 1) >> Bits][];
        var changed = changes.Select(change => change.Number >> Bits).ToHashSet();
        for (var number = 0; number < chunks.Length; number++)
        {
            // The last chunk is no longer than it has to be, so that few items take little memory.
            var (old, size) = (number < _chunks.Length ? _chunks[number] : [], Math.Min(Size, length - (number << Bits)));
            chunks[number] = old;
            if (old.Length == size && !changed.Contains(number)) continue;
            chunks[number] = new T[size];
            old.CopyTo(chunks[number], 0);
        }

        foreach (var (number, item) in changes) chunks[number >> Bits][number & (Size - 1)] = item;
        return new(chunks, length);
    }
}
