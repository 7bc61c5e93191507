using NewsWatch.Matching.Watches.Conditions;

namespace NewsWatch.Matching.Watches;

/// <summary>The watches of a set by number. A replaced or removed watch leaves its number empty. Immutable.</summary>
/// <param name="ids">Ids; <see langword="null"/> where the number is empty.</param>
/// <param name="conditions">Conditions; <see langword="null"/> where an anchor alone decides.</param>
/// <param name="numbers">Numbers by id.</param>
/// <param name="count">How many are not empty.</param>
internal sealed class WatchSlots(string?[] ids, Condition?[] conditions, LayeredMap numbers, int count)
{
    public static WatchSlots Empty { get; } = new([], [], LayeredMap.Empty, 0);

    public int Count => count;

    public int Length => ids.Length;

    public bool Contains(string id) => Number(id) >= 0;

    public int Number(string id) => numbers[id];

    public string? Id(int number) => ids[number];

    public Condition? Condition(int number) => conditions[number];

    /// <summary>With numbers emptied and new watches behind the last; this one stays as it is.</summary>
    public WatchSlots With(IReadOnlyCollection<int> emptied, IReadOnlyList<(string Id, Condition? Condition)> added)
    {
        var changes = new Dictionary<string, int>(emptied.Count + added.Count);
        string?[] newIds = [.. ids, .. added.Select(a => a.Id)];
        Condition?[] newConditions = [.. conditions, .. added.Select(a => a.Condition)];
        foreach (var number in emptied)
        {
            if (newIds[number] is { } id) changes[id] = -1;
            (newIds[number], newConditions[number]) = (null, null);
        }

        for (var i = 0; i < added.Count; i++) changes[added[i].Id] = ids.Length + i;
        return new(newIds, newConditions, numbers.With(changes), count - emptied.Count + added.Count);
    }
}
