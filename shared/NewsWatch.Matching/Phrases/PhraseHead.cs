namespace NewsWatch.Matching.Phrases;

/// <summary>What is before the tokens of a phrase in <see cref="PhraseRecords"/>.</summary>
/// <param name="Id">The id, or a place in <see cref="SharedIds"/>.</param>
/// <param name="Next">The record of another phrase that is found by the same hash, plus one; 0 where there is none.</param>
/// <param name="Bits">How many bytes the tokens are, and a few bits more.</param>
internal readonly record struct PhraseHead(int Id, int Next, int Bits)
{
    private const int PrefixBit = 1 << 30;
    private const int SharedBit = 1 << 29;
    private const int PlainBit = 1 << 28;

    /// <summary>How many bytes the tokens are, with the zero behind each.</summary>
    public int Size => Bits & ~(PrefixBit | SharedBit | PlainBit);

    /// <summary>Whether the last token may go on.</summary>
    public bool IsPrefix => (Bits & PrefixBit) != 0;

    /// <summary>Whether several phrases share the record, so that the id is a place in <see cref="SharedIds"/>.</summary>
    public bool IsShared => (Bits & SharedBit) != 0;

    /// <summary>Whether it is a <see cref="PlainPhrase"/>.</summary>
    public bool IsPlain => (Bits & PlainBit) != 0;

    /// <summary>The head of a phrase with these tokens.</summary>
    public static PhraseHead Of(int id, ReadOnlySpan<byte> tokens) => new(id, 0, tokens.Length | (PlainPhrase.Is(tokens) ? PlainBit : 0));

    /// <summary>The head of a phrase whose last token is only begun; never plain, as its first token may be looked for before the text begins.</summary>
    public static PhraseHead OfPrefix(int id, ReadOnlySpan<byte> tokens) => new(id, 0, tokens.Length | PrefixBit);

    /// <summary>The same for a single id, with no other record behind it.</summary>
    public PhraseHead Alone(int id) => new(id, 0, Bits & ~SharedBit);

    /// <summary>The same for several ids.</summary>
    public PhraseHead Shared(int place) => new(place, Next, Bits | SharedBit);
}
