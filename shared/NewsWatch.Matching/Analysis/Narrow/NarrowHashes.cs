using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NewsWatch.Matching.Analysis.Narrow;

/// <summary>Hashes words of narrow text from two eight-byte loads each.</summary>
internal static class NarrowHashes
{
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
            if (length > TokenHash.ShortBytes)
            {
                if (length > Words.WordScanner.LongestWord) return false;
                Unsafe.Add(ref firstHash, word) = TokenHash.OfBytes(MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref bytes, start), (int)length));
                continue;
            }

            Unsafe.Add(ref firstHash, word) = TokenHash.OfShort(ref Unsafe.Add(ref bytes, start), length);
        }

        return true;
    }
}
