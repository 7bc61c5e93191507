using NewsWatch.Matching.Watches.Texts;

namespace NewsWatch.Matching.Watches.Places;

/// <summary>Finds the tightest stretches in which all operands stand near each other.</summary>
internal sealed class NearFinder(PlaceFinder[] operands, int distance, bool ordered) : PlaceFinder
{
    public override bool Any(in Passage.Part part, Workspace workspace)
    {
        var search = workspace.RentSearch();
        var found = Gather(part, workspace, search) && search.Any(operands.Length, distance, ordered);
        workspace.Return(search);
        return found;
    }

    public override void Collect(in Passage.Part part, Workspace workspace, PlaceList places)
    {
        var search = workspace.RentSearch();
        var tightest = workspace.RentList();
        if (Gather(part, workspace, search)) search.Collect(operands.Length, distance, ordered, tightest, workspace.Parts);
        tightest.Tidy();
        tightest.KeepTightest();
        foreach (var place in tightest.AsSpan()) places.Add(place);
        workspace.Return(tightest);
        workspace.Return(search);
    }

    private bool Gather(in Passage.Part part, Workspace workspace, NearSearch search)
    {
        search.Clear();
        var places = workspace.RentList();
        var all = true;
        for (var i = 0; i < operands.Length && all; i++)
        {
            places.Clear();
            operands[i].Collect(part, workspace, places);
            search.Add(i, places.AsSpan());
            all = places.Count > 0;
        }

        workspace.Return(places);
        return all;
    }
}
