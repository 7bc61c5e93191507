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
    private int[] _numbers = new int[2 * Block];

    /// <summary>How many there are.</summary>
    public int Count { get; set; }

    /// <summary>Up to which number there is room for <see cref="AtOnce"/> more.</summary>
    public int Room => _places.Length - AtOnce;

    /// <summary>The first of the places in the table.</summary>
    public ref int Places => ref MemoryMarshal.GetArrayDataReference(_places);

    /// <summary>The first of the numbers of those that were looked at, one for each place.</summary>
    public ref int Numbers => ref MemoryMarshal.GetArrayDataReference(_numbers);

    /// <summary>One of them.</summary>
    public (int Place, int Number) this[int number] => (_places[number], _numbers[number]);

    /// <summary>Takes as many tokens off as are looked at together; <see langword="false"/> when none are left.</summary>
    /// <param name="positions">The tokens.</param>
    /// <param name="hashes">A hash of each.</param>
    /// <param name="block">Those taken.</param>
    /// <param name="blockHashes">Their hashes.</param>
    public static bool TryTakeBlock(ref ReadOnlySpan<int> positions, ref ReadOnlySpan<uint> hashes, out ReadOnlySpan<int> block, out ReadOnlySpan<uint> blockHashes)
    {
        var count = Math.Min(Block, positions.Length);
        block = positions[..count];
        blockHashes = hashes[..count];
        positions = positions[count..];
        hashes = hashes[count..];
        return count > 0;
    }

    /// <summary>Makes more room; what was written stays.</summary>
    public void Grow()
    {
        Array.Resize(ref _places, 2 * _places.Length);
        Array.Resize(ref _numbers, 2 * _numbers.Length);
    }
}
