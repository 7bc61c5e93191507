using System.Buffers.Binary;
using System.Text;
using NewsWatch.Matching.Analysis;
using NewsWatch.Matching.Language.Tree;
using NewsWatch.Matching.Phrases.WordBeginnings;

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

    /// <summary>The rarest word of a phrase that its anchor does not have, or else the first letters of a wildcard.</summary>
    /// <param name="terms">The phrase's terms.</param>
    /// <param name="first">Which of them is the first that the anchor has.</param>
    /// <param name="count">How many the anchor has.</param>
    public static WordBeside Of(NodeList<Term> terms, int first, int count)
    {
        var beside = Enumerable.Range(0, terms.Count).Where(at => (at < first || at >= first + count) && Math.Abs(at - first) < Middle).ToList();
        var words = beside.Where(at => PhraseAnchors.Word(terms[at]) is not null).ToList();
        if (words.Count > 0)
        {
            var rarest = words.MinBy(at => AnchorCost.OfWord(PhraseAnchors.Word(terms[at])!));
            return Pack((uint)(TokenHash.Of(PhraseAnchors.Word(terms[rarest])) >> HashShift), 0, rarest - first);
        }

        foreach (var at in beside)
        {
            if (terms[at] is WildcardTerm { Prefix.Length: >= Letters } wildcard && Ascii.IsValid(wildcard.Prefix))
                return Pack((uint)PrefixKey.Of(wildcard.Prefix.AsSpan(0, Letters)), IsLetters, at - first);
        }

        return default;
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

    private static WordBeside Pack(uint key, uint kind, int distance) => new((key << KeyShift) | kind | (uint)(distance + Middle));
}
