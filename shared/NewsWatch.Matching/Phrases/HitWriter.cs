using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using NewsWatch.Matching.Analysis;

namespace NewsWatch.Matching.Phrases;

/// <summary>Writes down what a segment finds in a text: for every id that was not removed a hit.</summary>
/// <param name="tokens">The text.</param>
/// <param name="shared">The ids of phrases that have several.</param>
/// <param name="removed">Ids that are gone.</param>
/// <param name="hits">Where the hits go.</param>
internal readonly ref struct HitWriter(TokenBuffer tokens, SharedIds shared, FrozenSet<int> removed, PhraseHits hits)
{
    private readonly bool _isRemovedEmpty = removed.Count == 0;

    /// <summary>The text.</summary>
    public TokenBuffer Tokens => tokens;

    /// <summary>Writes down a phrase.</summary>
    /// <param name="id">The id, or where the ids are in <see cref="SharedIds"/>.</param>
    /// <param name="isShared">Whether it is such a place.</param>
    /// <param name="first">The first token.</param>
    /// <param name="next">The token behind the last.</param>
    public void Write(int id, bool isShared, int first, int next) =>
        Write(isShared, new PhraseHit(id, first, next - first, tokens.Start(first), tokens.End(next - 1)));

    /// <summary>Writes down a token that begins with a prefix.</summary>
    /// <param name="id">The id, or where the ids are in <see cref="SharedIds"/>.</param>
    /// <param name="isShared">Whether it is such a place.</param>
    /// <param name="position">The token.</param>
    /// <param name="start">Where it starts in the text.</param>
    /// <param name="end">One past where it ends in the text.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WritePrefix(int id, bool isShared, int position, int start, int end) => Write(isShared, new PhraseHit(id, position, 1, start, end));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Write(bool isShared, PhraseHit hit)
    {
        if (!isShared && _isRemovedEmpty) hits.Add(hit);
        else WriteSome(hit, isShared);
    }

    private void WriteSome(PhraseHit hit, bool isShared)
    {
        foreach (var id in isShared ? shared.At(hit.Id) : [hit.Id])
        {
            if (!removed.Contains(id)) hits.Add(hit with { Id = id });
        }
    }
}
