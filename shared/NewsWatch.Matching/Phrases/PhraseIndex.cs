using System.Collections.Frozen;
using NewsWatch.Matching.Analysis;

namespace NewsWatch.Matching.Phrases;

/// <summary>Finds any number of phrases and beginnings of words in a text at once. Immutable and thread-safe.</summary>
/// <remarks>
/// <para>A phrase is a sequence of tokens in the text form and stands wherever a text has those tokens side by side;
/// a prefix at every token that begins so, alone or as the last token of a phrase.</para>
/// <para>Nearly every place of a text is thrown out by one bit that says whether any phrase begins with this token, or this pair of tokens, or ends in such
/// words and such first letters. What is left is looked up by the hash of its tokens, and compared letter for letter before it is reported. A prefix of up
/// to eight letters is found by these alone.</para>
/// <para>A change makes a small second segment beside the big first one, which is shared; <see cref="Merge"/> makes one of the two.</para>
/// </remarks>
public sealed class PhraseIndex
{
    // So few phrases are compiled anew at once, in a few milliseconds.
    private const int Small = 4096;

    private readonly PhraseSegment _base;
    private readonly PhraseSegment? _recent;
    private readonly FrozenSet<int> _removed;

    private PhraseIndex(PhraseSegment first, PhraseSegment? recent, FrozenSet<int> removed)
    {
        _base = first;
        _recent = recent;
        _removed = removed;
    }

    /// <summary>Finds nothing.</summary>
    public static PhraseIndex Empty { get; } = Build(new PhraseList());

    /// <summary>How many phrases are held; those removed count until the next merge.</summary>
    public int Count => _base.Count + (_recent?.Count ?? 0);

    /// <summary>Memory held, in bytes.</summary>
    public long Bytes => _base.Bytes + (_recent?.Bytes ?? 0);

    /// <summary>Whether enough has changed that <see cref="Merge"/> pays; call it beside the readers, who keep using this index meanwhile.</summary>
    public bool WantsMerge => (_recent?.Count ?? 0) + _removed.Count > Math.Max(Small, _base.Count / 64);

    /// <summary>Compiles phrases. The list is taken over and must not be used again.</summary>
    public static PhraseIndex Build(PhraseList phrases)
    {
        ArgumentNullException.ThrowIfNull(phrases);
        return new PhraseIndex(PhraseSegment.Build(phrases, filtersRawText: true), null, []);
    }

    /// <summary>An index with some ids gone and some phrases more; this one stays as it is.</summary>
    /// <param name="added">Phrases to add; taken over.</param>
    /// <param name="removed">Ids to remove with every phrase they have here; they may be among those added again.</param>
    /// <remarks>Takes time for the phrases that have changed since the last merge, not for all.</remarks>
    public PhraseIndex With(PhraseList added, IReadOnlyCollection<int>? removed = null)
    {
        ArgumentNullException.ThrowIfNull(added);
        var gone = (removed ?? []).ToFrozenSet();
        _recent?.CopyTo(added, gone);
        var allGone = gone.Count == 0 ? _removed : _removed.Concat(gone).ToFrozenSet();
        if (_base.Count <= Small)
        {
            _base.CopyTo(added, allGone);
            return Build(added);
        }

        return new PhraseIndex(_base, PhraseSegment.Build(added, filtersRawText: false), allGone);
    }

    /// <summary>The same phrases in one segment.</summary>
    public PhraseIndex Merge()
    {
        if (_recent is null && _removed.Count == 0) return this;
        var phrases = new PhraseList();
        _base.CopyTo(phrases, _removed);
        _recent?.CopyTo(phrases, []);
        return Build(phrases);
    }

    /// <summary>Whether a phrase may stand in a text that has not been analysed yet; <see langword="false"/> only where none does.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tokens">Room to work in; the tokens that it held are gone.</param>
    /// <remarks>With a handful of phrases this spares most texts the analysis; with more it says yes at once.</remarks>
    public bool MayMatch(ReadOnlySpan<char> text, TokenBuffer tokens)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        return _recent is not null || (_base.Count > 0 && _base.MayMatch(text, tokens));
    }

    /// <summary>Finds every phrase at every place of an analysed text.</summary>
    /// <param name="tokens">The text, in the text form.</param>
    /// <param name="hits">Where the hits go; what it held before is gone.</param>
    public void Find(TokenBuffer tokens, PhraseHits hits)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        ArgumentNullException.ThrowIfNull(hits);
        hits.Clear();
        FindMore(tokens, hits);
    }

    /// <summary>Adds every phrase at every place of an analysed text to the hits there are.</summary>
    internal void FindMore(TokenBuffer tokens, PhraseHits hits)
    {
        if (_base.Count > 0) _base.Find(tokens, _removed, hits);
        _recent?.Find(tokens, [], hits);
    }
}
