using NewsWatch.Matching.Phrases;

namespace NewsWatch.Matching.Watches.Anchors;

/// <summary>An anchor of a watch at one place.</summary>
/// <param name="Stream">The number of the stream it was found in; negative for a value.</param>
/// <param name="Phrase">What was found there; its id is a <see cref="PhraseId"/>.</param>
internal record struct AnchorHit(int Stream, PhraseHit Phrase)
{
    /// <summary>The number of the next hit of this watch, or -1.</summary>
    public int Next { get; set; } = AnchorHits.None;
}

/// <summary>The hits of one watch.</summary>
/// <param name="Id">Its <see cref="PhraseId"/>.</param>
/// <param name="First">The number of its first hit.</param>
/// <param name="Last">The number of its last hit.</param>
internal record struct SlotGroup(int Id, int First, int Last);
