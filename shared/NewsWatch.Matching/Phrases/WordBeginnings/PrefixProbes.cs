using System.Runtime.InteropServices;

namespace NewsWatch.Matching.Phrases.WordBeginnings;

/// <summary>What the tokens of one block begin with.</summary>
internal sealed class PrefixProbes
{
    // So few tokens are looked at together that what is found of them stays in the first cache, and takes as little memory for a book as for a message.
    private const int Block = 256;

    /// <summary>How many prefixes are compared at once, and so may be written beyond what counts.</summary>
    public const int AtOnce = 8;

    private int[] _places = new int[2 * Block];
    private int[] _positions = new int[2 * Block];

    /// <summary>How many there are.</summary>
    public int Count { get; set; }

    /// <summary>Up to which number there is room for <see cref="AtOnce"/> more.</summary>
    public int Room => _places.Length - AtOnce;

    /// <summary>The first of the places in the table.</summary>
    public ref int Places => ref MemoryMarshal.GetArrayDataReference(_places);

    /// <summary>The first of the tokens, one for each place; nothing where one token alone was looked at.</summary>
    public ref int Positions => ref MemoryMarshal.GetArrayDataReference(_positions);

    /// <summary>One of them.</summary>
    public (int Place, int Position) this[int number] => (_places[number], _positions[number]);

    /// <summary>Takes as many tokens off as are looked at together; <see langword="false"/> when none are left.</summary>
    public static bool TryTakeBlock(ref Span<int> positions, out ReadOnlySpan<int> block)
    {
        var count = Math.Min(Block, positions.Length);
        block = positions[..count];
        positions = positions[count..];
        return count > 0;
    }

    /// <summary>Makes more room; what was written stays.</summary>
    public void Grow()
    {
        Array.Resize(ref _places, 2 * _places.Length);
        Array.Resize(ref _positions, 2 * _positions.Length);
    }
}
