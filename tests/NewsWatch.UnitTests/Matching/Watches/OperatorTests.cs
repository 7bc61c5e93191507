using NewsWatch.Matching;
using NewsWatch.Matching.Language;
using NewsWatch.Matching.Watches;
using Xunit;

namespace NewsWatch.UnitTests.Matching.Watches;

/// <summary>What each operator means, by example; and the spans, between brackets.</summary>
public sealed class OperatorTests
{
    [Theory]
    [InlineData("\"lethal aid\"", "Congress backs [lethal aid]; [Lethal-aid] package")]
    [InlineData("\"lethal aid\"", "non-lethal aid")]
    [InlineData("\"lethal aid\"", "[lethal. Aid]")]
    [InlineData("nonlethal", "[Non‑lethal] aid")]
    [InlineData("us", "[U.S]. troops, [us]")]
    [InlineData("=US", "[US] troops, us")]
    [InlineData("=WHO", "who, [WHO]")]
    [InlineData("\"=WHO said\"", "who said, [WHO said]")]
    [InlineData("~sanction", "[sanctions] [sanctioned] [sanctioning]")]
    [InlineData("sanct*", "[sanct] [Sanctions] insanct")]
    [InlineData("wom?n", "[woman] [women] womn")]
    [InlineData("col*r", "[color] [colour] colours")]
    [InlineData("\"bank of *\"", "[Bank of England], bank of")]
    [InlineData("制裁*", "对[制裁]措施")]
    [InlineData("미국*", "[미국은] 한국")]
    [InlineData("AT&T", "[AT&T], [at T], at")]
    [InlineData("\"b a\"~2", "[a b] c")]
    [InlineData("\"b a\"~1", "a b c")]
    [InlineData("\"a c\"~1", "[a b c]")]
    [InlineData("\"a a\"~1", "[a a] b")]
    [InlineData("a NEAR/1 b", "[a] x [b] y y [b] [a]")]
    [InlineData("a NEAR/0 b", "a x b")]
    [InlineData("a NEAR/0 b", "[b] [a]")]
    [InlineData("a ONEAR/1 b", "b a x x b")]
    [InlineData("a NEAR a", "a")]
    [InlineData("a NEAR a", "[a] [a]")]
    [InlineData("\"a b\" NEAR b", "a b")]
    [InlineData("a NEAR/2 b NEAR/2 c", "[a] x [b] x [c]")]
    [InlineData("a NEAR/1 b NEAR/1 c", "a x b x c")]
    [InlineData("(a NEAR/1 b) ONEAR/3 c", "[a] x [b] y y y [c]")]
    [InlineData("SENTENCE(a b)", "a here now. B there now. [A] [b]!")]
    [InlineData("SENTENCE(a -b)", "a here, b too. [A] alone.")]
    [InlineData("ATLEAST/3(a)", "[a] x [a] x [a]")]
    [InlineData("ATLEAST/3(a)", "a x a")]
    [InlineData("ATLEAST/2(\"a a\")", "a a a")]
    [InlineData("a NOT b", "[a] c")]
    [InlineData("a NOT b", "a b")]
    [InlineData("a b", "[a] x [b]")]
    [InlineData("a OR z", "[a] x b")]
    public void A_title_is_marked_where_a_query_holds(string query, string marked)
    {
        var text = marked.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal);
        Assert.Equal(marked, Mark(text, new QueryMatcher(WatchQuery.Parse(query)).Find(new Document { Title = text })));
    }

    [Theory]
    [InlineData("\"a b\"", false)] // crosses from title to summary
    [InlineData("b NEAR/9 c", false)]
    [InlineData("ATLEAST/2(b OR c)", true)] // counts all three together
    [InlineData("body:ATLEAST/2(b OR c)", false)]
    [InlineData("a c", true)]
    [InlineData("title:(a -b)", true)]
    [InlineData("title:a -b", false)] // NOT speaks of the whole document
    [InlineData("title:b", false)]
    [InlineData("nbcnews", false)] // the source is not searched by a bare word
    [InlineData("source:NBCnews", true)]
    [InlineData("source:nbc*", true)]
    [InlineData("author:\"ann lee\"", true)]
    [InlineData("author:\"lee bob\"", false)] // crosses from one author to the next
    [InlineData("author:(ann NEAR/9 bob)", false)]
    [InlineData("author:(ann bob)", true)]
    [InlineData("tag:aid", true)]
    [InlineData("lang:EN", true)]
    [InlineData("lang:(de OR en)", true)]
    [InlineData("domain:example.org", true)]
    [InlineData("domain:www.example.org", null)]
    [InlineData("domain:news.example.org", false)] // the registrable domain alone
    [InlineData("url:/World/", true)]
    [InlineData("url:https://news.example.org/", true)]
    [InlineData("url:example.com", false)]
    public void A_field_is_a_world_of_its_own(string query, bool? holds)
    {
        var document = new Document
        {
            Title = "a",
            Summary = "b",
            Body = "c",
            Source = "NBCNEWS",
            Domain = "Example.org",
            Lang = "en",
            Url = "https://news.example.org/world/1",
            Author = ["Ann Lee", "Bob"],
            Tag = ["Aid"],
        };
        if (holds is null) Assert.Throws<QuerySyntaxException>(() => WatchQuery.Parse(query));
        else Assert.Equal(holds, new QueryMatcher(WatchQuery.Parse(query)).Matches(document));
    }

    [Fact]
    public void Spans_of_a_list_count_in_its_values_joined_by_line_feeds()
    {
        var document = new Document { Author = ["Ann Lee", "Bob Ray"], Lang = "en", Url = "https://x.org/World/" };
        Assert.Equal([new(Field.Author, 8, 3)], new QueryMatcher(WatchQuery.Parse("author:bob")).Find(document));
        Assert.Equal([new(Field.Lang, 0, 2), new(Field.Url, 13, 7)], new QueryMatcher(WatchQuery.Parse("lang:en url:/world/")).Find(document));
    }

    [Fact]
    public void A_very_long_word_has_beginnings_too()
    {
        var word = new string('a', 100);
        var set = WatchSet.Build([new("long", WatchQuery.Parse(word + "*")), new("longer", WatchQuery.Parse(word + "b*")), new("short", WatchQuery.Parse("aaa*"))]);
        var found = new List<string>();
        set.Match(new Document { Title = word + "c" }, found, static (id, _, into) => into.Add(id));
        Assert.Equal(["long", "short"], found.Order());
    }

    private static string Mark(string text, IReadOnlyList<MatchSpan> spans)
    {
        foreach (var span in spans.Reverse()) text = text.Insert(span.Start + span.Length, "]").Insert(span.Start, "[");
        return text;
    }
}
