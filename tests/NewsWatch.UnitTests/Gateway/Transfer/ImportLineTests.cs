using System.Text.Json;
using NewsWatch.Contracts;
using NewsWatch.Gateway.Transfer;
using NewsWatch.Testing;
using Xunit;

namespace NewsWatch.UnitTests.Gateway.Transfer;

public sealed class ImportLineTests
{
    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(ArticleLimits.Revisions, true)]
    [InlineData(ArticleLimits.Revisions + 1, false)]
    [InlineData(int.MaxValue, false)]
    public void Revisions_are_as_many_as_a_store_looks_through(int revision, bool taken)
    {
        var line = JsonSerializer.Serialize(new ImportLine { Article = Some.Article(revision: revision) }, NewsWatchJson.Options);

        Assert.Equal(taken, ImportLine.Read(line, out var problem) is not null);
        Assert.Equal(taken ? "" : $"Revision {revision} is not possible: revisions count from 1 to 100000.", problem);
    }
}
