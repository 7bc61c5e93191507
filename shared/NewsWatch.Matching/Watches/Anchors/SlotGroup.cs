namespace NewsWatch.Matching.Watches.Anchors;

/// <summary>The hits of one watch.</summary>
/// <param name="Id">Its <see cref="PhraseId"/>.</param>
/// <param name="First">The number of its first hit.</param>
/// <param name="Last">The number of its last hit.</param>
internal record struct SlotGroup(int Id, int First, int Last);
