namespace NewsWatch.Matching.Watches.Anchors;

/// <summary>Remembers which common words no prefix begins, so that only rare words are spelt out and looked up. One a thread.</summary>
/// <remarks>
/// News repeats itself: in English news this leaves one token in eight to look up. A word is known by its 64-bit hash.
/// </remarks>
internal sealed class PrefixMemo
{
    private const int Bits = 14;

    private readonly ulong[] _without = new ulong[1 << Bits];
    private PrefixTable? _table;

    /// <summary>Forgets what was true of another table.</summary>
    public void For(PrefixTable table)
    {
        if (ReferenceEquals(_table, table)) return;
        _table = table;
        Array.Clear(_without);
    }

    public bool IsKnownWithout(ulong hash) => _without[Place(hash)] == hash;

    public void Remember(ulong hash) => _without[Place(hash)] = hash;

    // The high bits of a token's hash are the well mixed ones.
    private static int Place(ulong hash) => (int)(hash >> (64 - Bits));
}
