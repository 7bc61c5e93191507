using NewsWatch.Contracts;
using NewsWatch.Matching.Language;
using Xunit;

namespace NewsWatch.UnitTests.Seeds;

public sealed class SeedWatchesTests
{
    [Fact]
    public void Every_watch_has_an_id_of_its_own_a_name_and_a_well_formed_topic()
    {
        Assert.Equal(SeedWatches.All.Count, SeedWatches.All.Select(watch => watch.Id).Distinct().Count());
        Assert.All(SeedWatches.All, watch =>
        {
            Assert.Matches("^[a-z0-9-]+$", watch.Id);
            Assert.NotEmpty(watch.Name);
            Assert.Null(Topic.Problem(watch.Topic));
        });
    }

    [Fact]
    public void Every_query_is_well_formed() => Assert.All(SeedWatches.All, watch => Assert.NotNull(WatchQuery.Parse(watch.Query)));

    [Theory]
    [InlineData("lethal-aid", "\"lethal aid\"")]
    [InlineData("sanctions", "sanctions")]
    public void The_two_that_the_project_is_known_for_are_there(string id, string query) =>
        Assert.Equal(query, Assert.Single(SeedWatches.All, watch => watch.Id == id).Query);
}
