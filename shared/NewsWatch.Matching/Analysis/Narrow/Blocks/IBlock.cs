namespace NewsWatch.Matching.Analysis.Narrow.Blocks;

/// <summary>64 bytes of narrow text. What is asked of them is answered with a bit a byte, the first byte in the lowest.</summary>
/// <remarks>Code that is generic over blocks is compiled for each of them: as fast as if it were written twice.</remarks>
internal interface IBlock<TSelf>
    where TSelf : struct, IBlock<TSelf>
{
    /// <summary>Reads 64 bytes.</summary>
    static abstract TSelf Load(ref byte start);

    /// <summary>Reads 64 UTF-16 units as bytes in lower case.</summary>
    /// <param name="start">The first unit.</param>
    /// <param name="isAscii">Whether all are ASCII; the bytes of those that are not mean nothing.</param>
    static abstract TSelf LoadLower(ref ushort start, out bool isAscii);

    /// <summary>Which of 64 UTF-16 units are not ASCII.</summary>
    static abstract ulong BeyondAscii(ref ushort start);

    /// <summary>Writes the bytes.</summary>
    void Store(ref byte start);

    /// <summary>Bytes that are not ASCII.</summary>
    ulong Others();

    /// <summary>Marks that may join two letters or two digits: <c>' , - . : ;</c></summary>
    ulong Marks();

    /// <summary>Bytes that are this one.</summary>
    ulong Are(byte unit);

    /// <summary>Bytes from one to another, both ASCII.</summary>
    ulong AreBetween(byte first, byte last);
}
