namespace NewsWatch.Matching.Phrases.RawText;

/// <summary>Finds, 64 places at once, where the telling letters of a clue may stand: the idea of Hyperscan's Teddy.</summary>
/// <remarks>The whole loop is in here, with the tables in local variables, so that they stay in registers.</remarks>
internal abstract class LetterSearch
{
    /// <summary>For this processor, or <see langword="null"/> where it cannot look up many bytes at once.</summary>
    public static LetterSearch? For(IReadOnlyList<Clue> clues) =>
        WideLetterSearch.IsSupported ? new WideLetterSearch(clues, ClueBuckets.Of(clues)) :
        PairLetterSearch.IsSupported ? new PairLetterSearch(clues, ClueBuckets.Of(clues)) : null;

    /// <summary>The places of the next block that has any, as bits: of those set some are mistaken, of those not set none. 0 at the end.</summary>
    /// <param name="narrow">Narrow text, with two blocks behind it that may be read.</param>
    /// <param name="length">How long the text is.</param>
    /// <param name="index">Where the block starts: the first to look at, then the one found.</param>
    /// <param name="isUnusual">Becomes true where a byte that was read is not ASCII.</param>
    public abstract ulong Next(ReadOnlySpan<byte> narrow, int length, ref int index, ref bool isUnusual);
}
