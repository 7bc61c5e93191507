using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NewsWatch.Matching.Analysis;

namespace NewsWatch.Matching.Phrases;

/// <summary>
/// The hot loop of matching: looks every token and every pair of neighbours up in a bit filter. It always writes the place down and moves on
/// only where the bit is set, so that nothing depends on a branch that cannot be foretold.
/// </summary>
internal static class CandidateScan
{
    /// <summary>Finds the tokens and pairs that may begin a phrase.</summary>
    /// <returns>How many of <paramref name="singles"/> and of <paramref name="pairs"/>, each with room for every token, were filled.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static (int Singles, int Pairs) Run(ReadOnlySpan<ulong> hashes, BitFilter filter, int[] singles, int[] pairs)
    {
        ref var words = ref filter.Words;
        ref var single = ref MemoryMarshal.GetArrayDataReference(singles);
        ref var pair = ref MemoryMarshal.GetArrayDataReference(pairs);
        var shift = filter.Shift;
        ref var first = ref MemoryMarshal.GetReference(hashes);
        nint singleCount = 0;
        nint pairCount = 0;
        nint last = hashes.Length;
        var before = 0UL;
        for (nint token = 0; token < last; token++)
        {
            var hash = Unsafe.Add(ref first, token);
            Unsafe.Add(ref single, singleCount) = (int)token;
            singleCount += BitFilter.Test(ref words, shift, hash);
            Unsafe.Add(ref pair, pairCount) = (int)token - 1;
            pairCount += BitFilter.Test(ref words, shift, TokenHash.Append(before, hash));
            before = hash;
        }

        return ((int)singleCount, (int)pairCount);
    }
}
