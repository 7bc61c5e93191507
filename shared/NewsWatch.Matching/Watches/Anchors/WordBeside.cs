using System.Buffers.Binary;
using System.Text;
using NewsWatch.Matching.Analysis;
using NewsWatch.Matching.Language.Tree;

namespace NewsWatch.Matching.Watches.Anchors;

/// <summary>
/// A word, or the first letters of one, at a fixed distance from an anchor wherever the anchor's phrase stands. Throws most anchors of
/// <c>"olivetti spok*"</c> out with one look at the text, before anything of the watch but its slot is touched.
/// </summary>
/// <param name="Packed">From the lowest bits on: the distance, whether it is letters, and high bits of the word's hash or the letters; 0 for nothing.</param>
internal readonly record struct WordBeside(uint Packed)
{
    private const int DistanceBits = 6;
    private const int Middle = 1 << (DistanceBits - 1);
    private const uint IsLetters = 1 << DistanceBits;
    private const int KeyShift = DistanceBits + 1;
    private const int HashShift = 64 - (32 - KeyShift);
    private const int Letters = 3;
    private const int None = -1;

    /// <summary>The rarest word of a phrase that its anchor does not have, or else the first letters of a wildcard.</summary>
    /// <param name="terms">The phrase's terms.</param>
    /// <param name="first">Which of them is the first that the anchor has.</param>
    /// <param name="count">How many the anchor has.</param>
    public static WordBeside Of(NodeList<Term> terms, int first, int count)
    {
        var (word, letters) = (None, None);
        for (var at = 0; at < terms.Count; at++)
        {
            if ((at >= first && at < first + count) || Math.Abs(at - first) >= Middle) continue;
            if (Cost(terms[at]) < Cost(terms, word)) word = at;
            if (terms[at] is WildcardTerm { Prefix.Length: >= Letters } wildcard && Ascii.IsValid(wildcard.Prefix)) letters = at;
        }

        if (word != None) return Pack((uint)(TokenHash.Of(PhraseAnchors.Word(terms[word])) >> HashShift), 0, word - first);
        return letters == None ? default : Pack(Key(((WildcardTerm)terms[letters]).Prefix), IsLetters, letters - first);
    }

    /// <summary>Whether it may stand where it has to if the anchor stands at a position; <see langword="false"/> is certain.</summary>
    /// <param name="tokens">The text.</param>
    /// <param name="anchor">The position of the anchor's first token.</param>
    public bool MayStand(TokenBuffer tokens, int anchor)
    {
        if (Packed == 0) return true;
        var at = anchor + (int)(Packed & (IsLetters - 1)) - Middle;
        if ((uint)at >= (uint)tokens.Count) return false;
        if ((Packed & IsLetters) == 0) return (uint)(tokens.Hashes[at] >> HashShift) == Packed >> KeyShift;
        Span<byte> letters = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32LittleEndian(letters, Packed >> KeyShift);
        return tokens.FormStartsWith(at, letters[..Letters]);
    }

    private static double Cost(NodeList<Term> terms, int at) => at == None ? double.PositiveInfinity : Cost(terms[at]);

    private static double Cost(Term term) => PhraseAnchors.Word(term) is { } word ? AnchorCost.OfWord(word) : double.PositiveInfinity;

    private static uint Key(string prefix) => prefix[0] | ((uint)prefix[1] << 8) | ((uint)prefix[2] << 16);

    private static WordBeside Pack(uint key, uint kind, int distance) => new((key << KeyShift) | kind | (uint)(distance + Middle));
}
