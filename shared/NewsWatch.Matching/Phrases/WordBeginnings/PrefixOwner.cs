namespace NewsWatch.Matching.Phrases.WordBeginnings;

/// <summary>Whose a prefix is.</summary>
/// <param name="Id">The id, or a place in <see cref="SharedIds"/>, or, where the prefix goes on, what <see cref="Lengths"/> is made of.</param>
/// <param name="IsShared">Whether it is such a place.</param>
/// <param name="GoesOn">Whether only the first letters of the prefix, or of several, are known: the rest has to be looked at.</param>
internal readonly record struct PrefixOwner(int Id, bool IsShared, bool GoesOn)
{
    private const ulong VeryLong = 0xFFFFFFFF_00000000;

    /// <summary>Whether the whole prefix is known, and is one phrase's.</summary>
    public bool IsOfOne => !(IsShared | GoesOn);

    /// <summary>How long it may be, where it goes on: bit n stands for n units. Hardly any has 32 or more; then all those bits are set.</summary>
    public ulong Lengths => (uint)Id | ((Id & 1) == 0 ? 0 : VeryLong);

    /// <summary>The owner of prefixes that go on.</summary>
    /// <param name="lengths">A bit for each length, of which the lowest is not used.</param>
    public static PrefixOwner OfLonger(ulong lengths) => new((int)(uint)lengths | ((lengths & VeryLong) == 0 ? 0 : 1), IsShared: false, GoesOn: true);
}
