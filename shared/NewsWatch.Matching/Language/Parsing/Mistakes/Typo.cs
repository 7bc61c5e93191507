namespace NewsWatch.Matching.Language.Parsing.Mistakes;

/// <summary>Tells a slip of the finger.</summary>
internal static class Typo
{
    /// <summary>Whether one letter more, less, other, or swapped with its neighbour makes one word of the other; case does not matter.</summary>
    public static bool IsOneSlip(string typed, string meant)
    {
        typed = typed.ToLowerInvariant();
        var common = typed.AsSpan().CommonPrefixLength(meant);
        ReadOnlySpan<char> a = typed.AsSpan(common), b = meant.AsSpan(common);
        return (a.Length, b.Length) switch
        {
            (0, 0) => true,
            (0, 1) or (1, 0) => true,
            _ when a.Length == b.Length + 1 => a[1..].SequenceEqual(b),
            _ when b.Length == a.Length + 1 => b[1..].SequenceEqual(a),
            _ when a.Length == b.Length => a[1..].SequenceEqual(b[1..]) || IsSwapped(a, b),
            _ => false,
        };
    }

    private static bool IsSwapped(ReadOnlySpan<char> a, ReadOnlySpan<char> b) =>
        a.Length > 1 && a[0] == b[1] && a[1] == b[0] && a[2..].SequenceEqual(b[2..]);
}
