using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NewsWatch.Matching.Analysis.Narrow;

/// <summary>Hashes words of narrow text from two eight-byte loads each.</summary>
internal static class NarrowHashes
{
    /// <summary>The most bytes that two loads take.</summary>
    public const int LongestShort = 16;

    private static readonly ulong[] FirstMasks = [.. Enumerable.Range(0, 17).Select(LowBytes)];
    private static readonly ulong[] SecondMasks = [.. Enumerable.Range(0, 17).Select(length => LowBytes(length - 8))];

    /// <summary>Hashes each word; false where one is too long for one word.</summary>
    /// <param name="narrow">The text, with at least sixteen bytes behind it.</param>
    /// <param name="bounds">Where words start and end, in turn.</param>
    /// <param name="hashes">Room for a hash a word.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static bool TryHash(ReadOnlySpan<byte> narrow, ReadOnlySpan<int> bounds, Span<ulong> hashes)
    {
        ref var bytes = ref MemoryMarshal.GetReference(narrow);
        ref var bound = ref MemoryMarshal.GetReference(bounds);
        ref var firstHash = ref MemoryMarshal.GetReference(hashes);
        nint words = bounds.Length / 2;
        for (nint word = 0; word < words; word++)
        {
            nint start = Unsafe.Add(ref bound, 2 * word);
            var length = Unsafe.Add(ref bound, (2 * word) + 1) - start;
            if (length > LongestShort)
            {
                if (length > Words.WordScanner.LongestWord) return false;
                Unsafe.Add(ref firstHash, word) = TokenHash.OfBytes(MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref bytes, start), (int)length));
                continue;
            }

            Unsafe.Add(ref firstHash, word) = OfShort(ref Unsafe.Add(ref bytes, start), length);
        }

        return true;
    }

    /// <summary>The hash of at most <see cref="LongestShort"/> bytes, with as many behind them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong OfShort(ref byte at, nint length) => TokenHash.OfSixteen(
        Unsafe.ReadUnaligned<ulong>(ref at) & Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(FirstMasks), length),
        Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref at, 8)) & Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(SecondMasks), length));

    private static ulong LowBytes(int count) => count >= 8 ? ulong.MaxValue : count <= 0 ? 0 : (1UL << (8 * count)) - 1;
}
