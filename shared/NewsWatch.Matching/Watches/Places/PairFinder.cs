using NewsWatch.Matching.Watches.Texts;

namespace NewsWatch.Matching.Watches.Places;

/// <summary>NEAR of two operands of one length each, by far the commonest: one walk along both lists instead of <see cref="NearSearch"/>.</summary>
/// <remarks>With fixed lengths the nearest place before is always the best partner: it starts last and leaves the fewest words between.</remarks>
internal sealed class PairFinder(PlaceFinder first, PlaceFinder second, int distance, bool ordered) : PlaceFinder
{
    public override bool Any(in Passage.Part part, Workspace workspace)
    {
        if (!second.Any(part, workspace)) return false;
        var found = workspace.RentList();
        Walk(part, workspace, found, firstOnly: true);
        var any = found.Count > 0;
        workspace.Return(found);
        return any;
    }

    public override void Collect(in Passage.Part part, Workspace workspace, PlaceList places)
    {
        var found = workspace.RentList();
        Walk(part, workspace, found, firstOnly: false);
        found.Tidy();
        found.KeepTightest();
        foreach (var place in found.AsSpan()) places.Add(place);
        workspace.Return(found);
    }

    private void Walk(in Passage.Part part, Workspace workspace, PlaceList found, bool firstOnly)
    {
        var (a, b) = (workspace.RentList(), workspace.RentList());
        first.Collect(part, workspace, a);
        if (a.Count > 0) second.Collect(part, workspace, b);
        Walk(a.AsSpan(), b.AsSpan(), workspace.Parts, found, firstOnly);
        if (!ordered && !(firstOnly && found.Count > 0)) Walk(b.AsSpan(), a.AsSpan(), workspace.Parts, found, firstOnly);
        workspace.Return(a);
        workspace.Return(b);
    }

    // Joins every place of the later operand to the nearest of the earlier one that ends before it.
    private void Walk(ReadOnlySpan<Place> earlier, ReadOnlySpan<Place> later, PlaceParts parts, PlaceList found, bool firstOnly)
    {
        var next = 0;
        foreach (var end in later)
        {
            while (next < earlier.Length && earlier[next].End <= end.Start) next++;
            if (next == 0 || end.Start - earlier[next - 1].End > distance) continue;
            var start = earlier[next - 1];
            found.Add(new(start.Start, end.End, firstOnly ? -1 : parts.Prepend(start, parts.Prepend(end, -1))));
            if (firstOnly) return;
        }
    }
}
