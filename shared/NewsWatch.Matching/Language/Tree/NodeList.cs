using System.Collections;

namespace NewsWatch.Matching.Language.Tree;

/// <summary>An immutable list that equals another when their items are equal, so that whole trees can be compared.</summary>
/// <typeparam name="T">What it holds.</typeparam>
public sealed class NodeList<T>(params ReadOnlySpan<T> items) : IReadOnlyList<T>, IEquatable<NodeList<T>>
{
    private readonly T[] _items = items.ToArray();

    /// <summary>How many items.</summary>
    public int Count => _items.Length;

    /// <summary>The item at <paramref name="index"/>, counted from 0.</summary>
    public T this[int index] => _items[index];

    /// <summary>The items, without copying.</summary>
    public ReadOnlySpan<T> AsSpan() => _items;

    /// <inheritdoc/>
    public bool Equals(NodeList<T>? other) => other is not null && _items.AsSpan().SequenceEqual(other._items);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as NodeList<T>);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var item in _items) hash.Add(item);
        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _items.GetEnumerator();
}
