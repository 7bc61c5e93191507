using NewsWatch.Matching.Watches.Texts;

namespace NewsWatch.Matching.Watches.Anchors;

/// <summary>Finds which watches deserve a closer look at a document: those of which an anchor stands in it. Immutable.</summary>
internal sealed class AnchorIndex
{
    private AnchorIndex()
    {
    }

    public static AnchorIndex Empty { get; } = new();

    public Postings PhrasePostings { get; private init; } = Postings.Empty;

    public Postings PrefixPostings { get; private init; } = Postings.Empty;

    public Postings ValuePostings { get; private init; } = Postings.Empty;

    private PhraseTable Phrases { get; init; } = PhraseTable.Empty;

    private PrefixTable Prefixes { get; init; } = PrefixTable.Empty;

    private ValueTable Values { get; init; } = ValueTable.Empty;

    /// <summary>An index with more watches; this one stays as it is.</summary>
    public AnchorIndex With(IReadOnlyList<(int Slot, AnchorPlan Plan)> added)
    {
        var (phrases, prefixes, values) = (Of<PhraseAnchor>(added), Of<PrefixAnchor>(added), Of<ValueAnchor>(added));
        return new()
        {
            Phrases = Phrases.With([.. phrases.Select((p, i) => (p.Anchor, PhrasePostings.Count + i))]),
            Prefixes = Prefixes.With([.. prefixes.Select((p, i) => (p.Anchor.Prefix, PrefixPostings.Count + i))]),
            Values = Values.With([.. values.Select((v, i) => (v.Anchor, ValuePostings.Count + i))]),
            PhrasePostings = PhrasePostings.With([.. phrases.Select(p => (p.Slot, p.Anchor.Mask, p.Decides))]),
            PrefixPostings = PrefixPostings.With([.. prefixes.Select(p => (p.Slot, p.Anchor.Mask, p.Decides))]),
            ValuePostings = ValuePostings.With([.. values.Select(v => (v.Slot, v.Anchor.Mask, v.Decides))]),
        };
    }

    public void Find(Workspace workspace)
    {
        workspace.Hits.Begin(this);
        for (var i = 0; i < workspace.Text.Count; i++)
        {
            var stream = workspace.Text[i];
            workspace.Hits.At(stream);
            Phrases.Find(stream, workspace.Hits);
            if (!Prefixes.IsEmpty) Prefixes.Find(stream.Tokens, workspace.Hits);
        }

        Values.Find(workspace.Text.Document, workspace.Hits);
    }

    private static List<(int Slot, T Anchor, bool Decides)> Of<T>(IReadOnlyList<(int Slot, AnchorPlan Plan)> added)
        where T : Anchor
    {
        var found = new List<(int, T, bool)>(added.Count);
        foreach (var (slot, plan) in added)
        {
            foreach (var anchor in plan.Anchors)
            {
                if (anchor is T one) found.Add((slot, one, plan.Decides));
            }
        }

        return found;
    }
}
