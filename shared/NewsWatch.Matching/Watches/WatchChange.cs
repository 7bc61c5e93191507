using NewsWatch.Matching.Language;
using NewsWatch.Matching.Watches.Anchors;
using NewsWatch.Matching.Watches.Conditions;

namespace NewsWatch.Matching.Watches;

/// <summary>Gathers what changes from one set to the next.</summary>
internal sealed class WatchChange
{
    private readonly WatchSlots _before;
    private readonly HashSet<int> _emptied = [];
    private readonly Dictionary<string, int> _places = [];
    private readonly List<(string Id, WatchQuery Query)> _added = [];

    public WatchChange(WatchSlots before, IEnumerable<string> removed)
    {
        _before = before;
        foreach (var id in removed) Empty(id);
    }

    /// <summary>What the new watches are found by.</summary>
    public List<(int Slot, AnchorPlan Plan)> Plans { get; } = [];

    public void Put(string id, WatchQuery query)
    {
        Empty(id);
        if (_places.TryAdd(id, _added.Count)) _added.Add((id, query));
        else _added[_places[id]] = (id, query);
    }

    public WatchSlots Slots()
    {
        var added = new List<(string, Condition?)>(_added.Count);
        foreach (var (id, query) in _added)
        {
            var plan = AnchorPlanner.Plan(query.Root);
            Plans.Add((_before.Length + added.Count, plan));
            added.Add((id, plan.Decides ? null : ConditionCompiler.Compile(query.Root)));
        }

        return _before.With(_emptied, added);
    }

    private void Empty(string id)
    {
        if (_before.Number(id) is >= 0 and var number) _emptied.Add(number);
    }
}
