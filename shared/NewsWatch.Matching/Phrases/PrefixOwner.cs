namespace NewsWatch.Matching.Phrases;

/// <summary>Whose a prefix is.</summary>
/// <param name="Id">The id, or a place in <see cref="SharedIds"/>; where the prefix goes on what <see cref="Lengths"/> are made of.</param>
/// <param name="IsShared">Whether it is such a place.</param>
/// <param name="GoesOn">Whether only the first letters of the prefix, or of several, are known: the rest has to be looked at.</param>
internal readonly record struct PrefixOwner(int Id, bool IsShared, bool GoesOn)
{
    // Bits of a length and of that plus this are one; hardly any prefix is so long.
    private const int Half = 32;

    /// <summary>How long it may be, where it goes on: bit n stands for n letters. Some are set by mistake.</summary>
    public ulong Lengths => (uint)Id | ((ulong)(uint)Id << Half);

    /// <summary>The owner of prefixes that go on.</summary>
    /// <param name="lengths">A bit for each length.</param>
    public static PrefixOwner OfLonger(ulong lengths) => new((int)(uint)(lengths | (lengths >> Half)), IsShared: false, GoesOn: true);
}
