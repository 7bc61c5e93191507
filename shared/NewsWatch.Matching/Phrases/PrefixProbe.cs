namespace NewsWatch.Matching.Phrases;

/// <summary>The first letters of a token, which may be a prefix.</summary>
/// <param name="Key">The letters, as <see cref="PrefixKey"/> has them.</param>
/// <param name="Position">The token.</param>
internal readonly record struct PrefixProbe(ulong Key, int Position);
