namespace NewsWatch.Matching.Phrases.RawText;

/// <summary>Finds, 64 places at once, where the first four letters of a clue may stand: the idea of Hyperscan's Teddy.</summary>
internal interface ILetterSearch
{
    /// <summary>The places as bits: of those set some are mistaken, of those not set none.</summary>
    /// <param name="text">Narrow text, of which 67 bytes are read.</param>
    ulong Places(ref byte text);
}
