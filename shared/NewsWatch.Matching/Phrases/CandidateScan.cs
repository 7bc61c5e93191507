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
    /// <param name="hashes">The text; not empty.</param>
    /// <param name="filter">Has the phrases of one token, and the first two tokens of the others.</param>
    /// <param name="candidates">Gets them.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Run(ReadOnlySpan<ulong> hashes, BitFilter filter, Candidates candidates)
    {
        ref var words = ref filter.Words;
        var shift = filter.Shift;
        ref var single = ref MemoryMarshal.GetArrayDataReference(candidates.Singles.Positions);
        ref var singleHash = ref MemoryMarshal.GetArrayDataReference(candidates.Singles.Hashes);
        ref var pair = ref MemoryMarshal.GetArrayDataReference(candidates.Pairs.Positions);
        ref var pairHash = ref MemoryMarshal.GetArrayDataReference(candidates.Pairs.Hashes);
        ref var first = ref MemoryMarshal.GetReference(hashes);
        nint singleCount = 0;
        nint pairCount = 0;
        nint last = hashes.Length - 1;
        var hash = first;
        for (nint token = 0; token < last; token++)
        {
            var next = Unsafe.Add(ref first, token + 1);
            var both = TokenHash.Append(hash, next);
            Unsafe.Add(ref single, singleCount) = (int)token;
            Unsafe.Add(ref singleHash, singleCount) = hash;
            singleCount += BitFilter.Test(ref words, shift, hash);
            Unsafe.Add(ref pair, pairCount) = (int)token;
            Unsafe.Add(ref pairHash, pairCount) = both;
            pairCount += BitFilter.Test(ref words, shift, both);
            hash = next;
        }

        // No token follows the last.
        Unsafe.Add(ref single, singleCount) = (int)last;
        Unsafe.Add(ref singleHash, singleCount) = hash;
        candidates.Singles.Count = (int)singleCount + BitFilter.Test(ref words, shift, hash);
        candidates.Pairs.Count = (int)pairCount;
    }

    /// <summary>Finds those of some tokens, alone and with the next one, that may begin a phrase.</summary>
    /// <param name="hashes">The text; not empty.</param>
    /// <param name="tokens">Tokens, ascending.</param>
    /// <param name="filter">Has the phrases of one token, and the first two tokens of the others.</param>
    /// <param name="candidates">Gets the tokens and pairs.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Run(ReadOnlySpan<ulong> hashes, ReadOnlySpan<int> tokens, BitFilter filter, Candidates candidates)
    {
        ref var words = ref filter.Words;
        var shift = filter.Shift;
        ref var single = ref MemoryMarshal.GetArrayDataReference(candidates.Singles.Positions);
        ref var singleHash = ref MemoryMarshal.GetArrayDataReference(candidates.Singles.Hashes);
        ref var pair = ref MemoryMarshal.GetArrayDataReference(candidates.Pairs.Positions);
        ref var pairHash = ref MemoryMarshal.GetArrayDataReference(candidates.Pairs.Hashes);
        ref var first = ref MemoryMarshal.GetReference(hashes);
        nint singleCount = 0;
        nint pairCount = 0;
        foreach (var token in tokens)
        {
            var hash = Unsafe.Add(ref first, token);
            Unsafe.Add(ref single, singleCount) = token;
            Unsafe.Add(ref singleHash, singleCount) = hash;
            singleCount += BitFilter.Test(ref words, shift, hash);
            if (token == hashes.Length - 1) break;
            var both = TokenHash.Append(hash, Unsafe.Add(ref first, token + 1));
            Unsafe.Add(ref pair, pairCount) = token;
            Unsafe.Add(ref pairHash, pairCount) = both;
            pairCount += BitFilter.Test(ref words, shift, both);
        }

        candidates.Singles.Count = (int)singleCount;
        candidates.Pairs.Count = (int)pairCount;
    }
}
