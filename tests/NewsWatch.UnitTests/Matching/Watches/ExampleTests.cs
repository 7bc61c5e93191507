using NewsWatch.Matching;
using NewsWatch.Matching.Language;
using NewsWatch.Matching.Watches.Examples;
using Xunit;

namespace NewsWatch.UnitTests.Matching.Watches;

public sealed class ExampleTests
{
    [Fact]
    public void Green_examples_raise_nothing() =>
        Assert.Empty(Check("\"lethal aid\" NOT sport", new("US sends lethal aid", true), new("Non-lethal aid", false), new("lethal aid in sport", false)));

    [Theory]
    [InlineData("\"lethal aid\" OR sanctions", "Non-lethal aid arrives", true, "\"lethal aid\" OR sanctions")]
    [InlineData("\"lethal aid\" russia", "Lethal aid arrives", true, "russia")]
    [InlineData("\"lethal aid\" NOT (sport OR weather)", "Lethal aid, and the weather", true, "weather")]
    [InlineData("\"lethal aid\" OR sanctions", "Sanctions end", false, "sanctions")]
    [InlineData("title:sanctions OR aid", "Peace\nSanctions and aid end", false, "aid")]
    [InlineData("SENTENCE(aid china)", "Aid came. China objects.", true, "SENTENCE(aid AND china)")]
    [InlineData("lang:en aid", "lang: de\nAid came", true, "lang:en")]
    public void A_red_example_names_the_part_that_decided(string query, string text, bool mustMatch, string decided)
    {
        var red = Assert.Single(Check(query, new WatchExample(text, mustMatch)));
        Assert.Equal(decided, red.Decided);
        Assert.StartsWith(mustMatch ? "This text must match and does not" : "This text must not match and does", red.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_becomes_a_document()
    {
        var document = ExampleText.Read("lang: en\nauthor: Ann Lee\nauthor: Bob\nTalks: a title\r\nFirst line\n\nSecond paragraph\n");
        Assert.Equal(("en", "Talks: a title", "First line\n\nSecond paragraph"), (document.Lang, document.Title, document.Body));
        Assert.Equal(["Ann Lee", "Bob"], document.Author);
        Assert.Equal(new Document(), ExampleText.Read("") with { Author = new Document().Author, Tag = new Document().Tag });
    }

    private static IReadOnlyList<RedExample> Check(string query, params WatchExample[] examples) => WatchExamples.Check(WatchQuery.Parse(query), examples);
}
