using NewsWatch.Matching.Watches;
using Xunit;

namespace NewsWatch.UnitTests.Matching.Watches;

/// <summary>A watch is found by its id however often numbers were freed and given to others, and every older snapshot keeps what it had.</summary>
public sealed class WatchSlotsTests
{
    private const int Ids = 4_000;
    private const int Rounds = 12;

    [Fact]
    public void Every_id_has_the_number_it_was_given_last()
    {
        var random = new Random(7);
        var (slots, model) = (WatchSlots.Empty, new Dictionary<string, int>());
        for (var round = 0; round < Rounds; round++)
        {
            var (before, old) = (slots, new Dictionary<string, int>(model));
            slots = Changed(slots, model, random);
            AssertHas(model, slots);
            AssertHas(old, before);
        }
    }

    // Frees a part of the watches and adds as many others, by which numbers change hands; now and then more at once than a snapshot keeps as changes.
    private static WatchSlots Changed(WatchSlots slots, Dictionary<string, int> model, Random random)
    {
        var others = Enumerable.Range(0, Ids).Select(Name).Where(id => !model.ContainsKey(id)).ToArray();
        random.Shuffle(others);
        var freed = model.Values.Where(_ => random.Next(4) == 0).ToHashSet();
        foreach (var id in model.Where(one => freed.Contains(one.Value)).Select(one => one.Key).ToList()) model.Remove(id);
        var set = slots.NextNumbers().Zip(others.Take(random.Next(Ids)), (number, id) => (number, id, default(WatchSlots.Slot))).ToList();
        foreach (var (number, id, _) in set) model.Add(id, number);
        return slots.With(set, freed);
    }

    private static void AssertHas(Dictionary<string, int> model, WatchSlots slots)
    {
        Assert.Equal(model.Count, slots.Count);
        for (var number = 0; number < Ids; number++) Assert.Equal(model.GetValueOrDefault(Name(number), SlotNumbers.Absent), slots.Number(Name(number)));
        Assert.All(model, one => Assert.Equal(one.Key, slots.Id(one.Value)));
    }

    private static string Name(int number) => $"watch-{number}";
}
