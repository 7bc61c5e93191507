using NewsWatch.Matching.Analysis;

namespace NewsWatch.Matching.Watches.Texts;

/// <summary>Which words a document may have: one bit a word, a Bloom filter of a single hash, filled when first asked.</summary>
/// <remarks>Most watches that an anchor points to lack another word; this tells without going through the text.</remarks>
internal sealed class WordFilter
{
    private const int Bits = 14;

    private readonly ulong[] _bits = new ulong[1 << (Bits - 6)];
    private bool _isFilled;

    public void Forget() => _isFilled = false;

    /// <summary>Whether the document may have all words; <see langword="false"/> is certain.</summary>
    /// <param name="hashes">Their hashes.</param>
    /// <param name="text">The document.</param>
    /// <param name="fields">The fields that matter.</param>
    public bool MayHaveAll(ReadOnlySpan<ulong> hashes, DocumentText text, int fields)
    {
        foreach (var hash in hashes)
        {
            if (!MayHave(hash, text, fields)) return false;
        }

        return true;
    }

    /// <summary>Whether the document may have a word; <see langword="false"/> is certain.</summary>
    public bool MayHave(ulong hash, DocumentText text, int fields)
    {
        if (!_isFilled) Fill(text, fields);
        var bit = Bit(hash);
        return (_bits[bit >> 6] & (1UL << bit)) != 0;
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
