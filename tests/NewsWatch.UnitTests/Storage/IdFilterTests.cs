using NewsWatch.Contracts;
using NewsWatch.Storage.Elasticsearch.Articles;
using Xunit;

namespace NewsWatch.UnitTests.Storage;

/// <summary>The ids that the archive may hold.</summary>
public sealed class IdFilterTests
{
    private const int Count = 20_000;

    [Fact]
    public void What_was_added_stays_however_often_it_grows()
    {
        var filter = new IdFilter(firstCapacity: 500);
        foreach (var id in Ids("added")) filter.Add(id);

        Assert.DoesNotContain(Ids("added"), filter.Add);
    }

    [Fact]
    public void Few_are_taken_for_others()
    {
        var filter = new IdFilter(firstCapacity: 500);

        var taken = Ids("new").Count(id => !filter.Add(id));

        Assert.InRange(taken, 0, Count * 3 / 100);
        Assert.Equal(Count - taken, filter.Count);
    }

    [Fact]
    public void An_id_of_any_shape_is_one()
    {
        var filter = new IdFilter();

        Assert.All(["", "a", "é", new string('x', 5_000)], id => Assert.True(filter.Add(id)));
        Assert.All(["", "a", "é", new string('x', 5_000)], id => Assert.False(filter.Add(id)));
    }

    [Theory]
    [InlineData(1_000_000, 99, 100)]
    // It grows meanwhile: an id may then be added twice, and more are taken for others.
    [InlineData(500, 97, 101)]
    public async Task Nothing_is_lost_when_many_add_at_once(int firstCapacity, int leastInHundred, int mostInHundred)
    {
        var filter = new IdFilter(firstCapacity);
        var added = 0;

        await Parallel.ForEachAsync(Enumerable.Range(0, 4), TestContext.Current.CancellationToken, (_, _) =>
        {
            foreach (var id in Ids("shared"))
            {
                if (filter.Add(id)) Interlocked.Increment(ref added);
            }

            return default;
        });

        Assert.Equal(filter.Count, added);
        Assert.InRange(added, Count * leastInHundred / 100, Count * mostInHundred / 100);
        Assert.DoesNotContain(Ids("shared"), filter.Add);
    }

    private static IEnumerable<string> Ids(string kind) => Enumerable.Range(0, Count).Select(i => DerivedId.From(kind, $"{i}"));
}
