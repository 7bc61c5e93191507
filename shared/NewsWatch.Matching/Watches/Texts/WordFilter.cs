using NewsWatch.Matching.Analysis;

namespace NewsWatch.Matching.Watches.Texts;

/// <summary>Which words a document may have: one bit a word, a Bloom filter of a single hash, filled when first asked.</summary>
/// <remarks>Most watches that an anchor points to lack another word; this tells without going through the text.</remarks>
internal sealed class WordFilter
{
    /// <summary>How many words can be asked for at once.</summary>
    public const int MostAsked = 64 / NumberBits;

    private const int Bits = 14;
    private const int NumberBits = 16;

    private readonly ulong[] _bits = new ulong[1 << (Bits - 6)];
    private bool _isFilled;

    public void Forget() => _isFilled = false;

    /// <summary>Up to four words as one number, the first in the lowest bits: little to keep with a watch, and all that is loaded to throw it out.</summary>
    public static ulong Ask(IEnumerable<ulong> hashes) =>
        hashes.Reverse().Aggregate(0UL, (asked, hash) => (asked << NumberBits) | (uint)(Bit(hash) + 1));

    /// <summary>Whether the document may have all words asked for; <see langword="false"/> is certain.</summary>
    /// <param name="asked">The words, from <see cref="Ask"/>; 0 for none.</param>
    /// <param name="text">The document.</param>
    /// <param name="fields">The fields that matter.</param>
    public bool MayHaveAll(ulong asked, DocumentText text, int fields)
    {
        if (asked != 0 && !_isFilled) Fill(text, fields);
        for (; asked != 0; asked >>= NumberBits)
        {
            var bit = (ushort)asked - 1;
            if ((_bits[bit >> 6] & (1UL << bit)) == 0) return false;
        }

        return true;
    }

    private void Fill(DocumentText text, int fields)
    {
        _isFilled = true;
        Array.Clear(_bits);
        for (var i = 0; i < text.Count; i++)
        {
            if (FieldMask.Has(fields, text[i].Field)) Add(text[i].Tokens);
        }
    }

    private void Add(TokenBuffer tokens)
    {
        foreach (var hash in tokens.Hashes)
        {
            var bit = Bit(hash);
            _bits[bit >> 6] |= 1UL << bit;
        }
    }

    // The high bits of a token's hash are the well mixed ones.
    private static int Bit(ulong hash) => (int)(hash >> (64 - Bits));
}
