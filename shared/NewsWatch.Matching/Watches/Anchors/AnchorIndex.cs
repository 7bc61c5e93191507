using NewsWatch.Matching.Phrases;
using NewsWatch.Matching.Watches.Texts;

namespace NewsWatch.Matching.Watches.Anchors;

/// <summary>Finds which watches deserve a closer look at a document: those of which an anchor stands in it. Immutable.</summary>
internal sealed class AnchorIndex
{
    private readonly PhraseIndex _phrases;
    private readonly ValueTable _values;

    private AnchorIndex(PhraseIndex phrases, ValueTable values) => (_phrases, _values) = (phrases, values);

    public static AnchorIndex Empty { get; } = new(PhraseIndex.Empty, ValueTable.Empty);

    /// <summary>An index with some slots gone and the anchors of more, which are taken over; this one stays as it is.</summary>
    public AnchorIndex With(AnchorChange added, IReadOnlySet<int> removed) => new(With(added.Phrases, removed), _values.With(added.Values, removed));

    public void Find(Workspace workspace, WatchSlots slots)
    {
        var hits = workspace.Hits;
        hits.Begin(slots);
        _values.Find(workspace.Text.Document, hits);
        if (_phrases.Count == 0) return;
        for (var i = 0; i < workspace.Text.Count; i++)
        {
            var stream = workspace.Text[i];
            if (FieldMask.Has(slots.AnchorFields, stream.Field) && stream.MayHave(_phrases)) hits.AddPhrases(_phrases, i);
        }
    }

    // Merging costs as much as building, so rarely that a change costs little on the whole.
    private PhraseIndex With(PhraseList added, IReadOnlySet<int> removed)
    {
        if (added.Count + removed.Count == 0) return _phrases;
        var changed = _phrases.With(added, [.. removed.SelectMany(PhraseId.AllOf)]);
        return changed.WantsMerge ? changed.Merge() : changed;
    }
}
