using System.Runtime.InteropServices;

namespace NewsWatch.Matching.Phrases;

/// <summary>What the tokens of one block begin with.</summary>
internal sealed class PrefixProbes
{
    private const int Room = (PrefixTable.MostOfToken * Prefixes.Block) + PrefixTable.Together;

    private readonly int[] _places = new int[Room];
    private readonly int[] _positions = new int[Room];

    /// <summary>How many there are.</summary>
    public int Count { get; set; }

    /// <summary>The first of the places in the <see cref="PrefixTable"/>.</summary>
    public ref int Places => ref MemoryMarshal.GetArrayDataReference(_places);

    /// <summary>The first of the tokens, one for each place.</summary>
    public ref int Positions => ref MemoryMarshal.GetArrayDataReference(_positions);

    /// <summary>One of them.</summary>
    public (int Place, int Position) this[int number] => (_places[number], _positions[number]);
}
