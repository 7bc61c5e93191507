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

    [Theory]
    [InlineData("""{"watch":{"id":"w","name":null,"query":"x","topic":"a"}}""", "'watch.name' must not be null.")]
    [InlineData("""{"watch":{"id":null,"name":"n","query":"x","topic":"a"}}""", "'watch.id' must not be null.")]
    [InlineData("""{"watch":{"id":"w","name":"n","query":null,"topic":"a"}}""", "'watch.query' must not be null.")]
    [InlineData("""{"fragment":{"name":"f","query":null}}""", "'fragment.query' must not be null.")]
    [InlineData("""{"watch":{"id":"..","name":"n","query":"x","topic":"a"}}""", "'..' cannot be an id, since no address leads to it; choose another, or leave it out to be given one.")]
    [InlineData("null", "The line holds no article, alert, fragment, watch or feed.")]
    public void What_must_not_be_null_is_refused_by_name(string line, string reason)
    {
        Assert.Null(ImportLine.Read(line, out var problem));
        Assert.Equal(reason, problem);
    }

    [Theory]
    [InlineData("title")]
    [InlineData("author")]
    [InlineData("tag")]
    public void An_article_without_a_text_it_must_have_is_refused(string member)
    {
        var line = JsonSerializer.SerializeToNode(new ImportLine { Article = Some.Article() }, NewsWatchJson.Options)!;
        Assert.NotNull(ImportLine.Read(line.ToJsonString(), out _));

        line["article"]![member] = null;
        Assert.Null(ImportLine.Read(line.ToJsonString(), out var problem));
        Assert.Equal($"'article.{member}' must not be null.", problem);
    }

    [Fact]
    public void A_list_of_names_has_no_null_in_it()
    {
        var line = JsonSerializer.SerializeToNode(new ImportLine { Article = Some.Article() }, NewsWatchJson.Options)!;
        line["article"]!["tag"] = new System.Text.Json.Nodes.JsonArray((System.Text.Json.Nodes.JsonNode?)null);

        Assert.Null(ImportLine.Read(line.ToJsonString(), out var problem));
        Assert.Equal("'author' and 'tag' must be arrays of strings only.", problem);
    }
}
