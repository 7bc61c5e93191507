using NewsWatch.Matching.Language;
using NewsWatch.Matching.Watches.Anchors;
using NewsWatch.Matching.Watches.Conditions;

namespace NewsWatch.Matching.Watches;

/// <summary>What changes from one set to the next.</summary>
internal sealed class WatchChange
{
    private readonly List<(int Number, string Id, WatchSlots.Slot Slot)> _set = [];
    private readonly AnchorChange _anchors = new();
    private readonly HashSet<int> _freed = [];
    private readonly HashSet<int> _replaced = [];
    private readonly ConditionCompiler _compiler = new();

    public WatchChange(WatchSlots before, IEnumerable<KeyValuePair<string, WatchQuery>> changed, IEnumerable<string> removed)
    {
        Free(before, removed);
        using var next = before.NextNumbers().GetEnumerator();
        foreach (var (id, query) in LastOfEach(changed)) Put(id, query, before.Number(id), next);
    }

    public WatchSlots ApplyTo(WatchSlots slots) => slots.With(_set, _freed);

    public AnchorIndex ApplyTo(AnchorIndex index) => index.With(_anchors, _replaced);

    private static Dictionary<string, WatchQuery> LastOfEach(IEnumerable<KeyValuePair<string, WatchQuery>> changed)
    {
        var last = new Dictionary<string, WatchQuery>();
        foreach (var (id, query) in changed) last[id] = query;
        return last;
    }

    private void Free(WatchSlots before, IEnumerable<string> removed)
    {
        foreach (var id in removed)
        {
            if (before.Number(id) is not (>= 0 and var number)) continue;
            _freed.Add(number);
            _replaced.Add(number);
        }
    }

    private void Put(string id, WatchQuery query, int number, IEnumerator<int> next)
    {
        if (number >= 0)
        {
            _freed.Remove(number);
            _replaced.Add(number);
        }
        else
        {
            next.MoveNext();
            number = next.Current;
        }

        var plan = AnchorPlanner.Plan(query.Root);
        _anchors.Add(number, plan);
        _set.Add((number, id, Slot(query, plan)));
    }

    private WatchSlots.Slot Slot(WatchQuery query, AnchorPlan plan) => plan.Decides
        ? new(null, 0, default, (ushort)plan.Mask, 0)
        : new(_compiler.Compile(query.Root, plan), NeededWords.RarestBeside(plan, query.Root), plan.Beside, (ushort)plan.Mask, (ushort)NeededWords.Fields(query.Root));
}
