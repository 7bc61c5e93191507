using NewsWatch.Cli.PutAside;
using Xunit;

namespace NewsWatch.UnitTests.Cli;

public sealed class BeginningsTests
{
    [Theory]
    [InlineData("20261125T104203120-a 20261125T104203121-a", "20261125T104203120 20261125T104203121")]
    [InlineData("20261125T104203120-newswatch", "20261125T104")]
    [InlineData("short 20261125T104203120", "short 20261125T104")]
    [InlineData("0af7651916cd-A 0af7651916cd-ab", "0af7651916cd-A 0af7651916cd-ab")]
    public void An_id_is_cut_as_far_as_it_still_names_one(string ids, string shown) => Assert.Equal(shown.Split(' '), Beginnings.Telling(ids.Split(' ')));

    [Fact]
    public void The_same_id_twice_and_none_at_all_are_no_trouble()
    {
        Assert.Equal(["20261125T104203120", "20261125T104203120"], Beginnings.Telling(["20261125T104203120", "20261125T104203120"]));
        Assert.Empty(Beginnings.Telling([]));
    }
}
