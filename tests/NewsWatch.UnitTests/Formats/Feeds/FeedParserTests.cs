using System.Text;
using CsCheck;
using NewsWatch.Formats.Feeds;
using Xunit;

namespace NewsWatch.UnitTests.Formats.Feeds;

public sealed class FeedParserTests
{
    [Fact]
    public void Rss_is_read_with_its_extensions()
    {
        var feed = Parse("""
            <?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom">
            <channel><title>The &amp; News</title><link>/</link><atom:link rel="self" href="https://news.example/feed"/><atom:link rel="hub" href="https://hub.example/"/><language>en-US</language>
            <item><guid isPermaLink="false">7</guid><title>Aid &lt;b&gt;agreed&lt;/b&gt;</title><link>/a?x=1&amp;y=2</link><dc:creator>Ann Example</dc:creator><category>World</category>
            <pubDate>Wed, 25 Nov 2026 10:42:03 +0100</pubDate><description>&lt;p&gt;Short.&lt;/p&gt;</description><content:encoded><![CDATA[<p>One.</p><p>Two.</p>]]></content:encoded></item>
            </channel></rss>
            """, "https://news.example/feed");

        var item = Assert.Single(feed.Items);
        Assert.Equal((FeedFormat.Rss, "The & News", "https://news.example/", "en"), (feed.Format, feed.Title, feed.Url, feed.Lang));
        Assert.Equal(("7", "Aid agreed", "https://news.example/a?x=1&y=2"), (item.Guid, item.Title, item.Url));
        Assert.Equal(("Short.", "One.\n\nTwo.", "en"), (item.Summary, item.Body, item.Lang));
        Assert.Equal(new DateTimeOffset(2026, 11, 25, 9, 42, 3, TimeSpan.Zero), item.Published);
        Assert.Equal(["Ann Example"], item.Author);
        Assert.Equal(["World"], item.Tag);
        Assert.Equal(["https://hub.example/"], feed.Hubs);
    }

    [Fact]
    public void Atom_is_read_with_bases_and_languages()
    {
        var feed = Parse("""
            <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://news.example/" xml:lang="fr"><title type="html">A &amp;amp; B</title><link href="/"/><author><name>Feed</name></author>
            <entry xml:base="2026/"><id>urn:x</id><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Un <i>titre</i></div></title><link rel="enclosure" href="a.mp3"/><link href="story"/>
            <published>2026-11-25T10:00:00Z</published><updated>2026-11-25T11:00:00Z</updated><category term="t" label="L"/><content type="html">&lt;p&gt;Corps&lt;/p&gt;</content></entry></feed>
            """);

        var item = Assert.Single(feed.Items);
        Assert.Equal(("A & B", "https://news.example/"), (feed.Title, feed.Url));
        Assert.Equal(("urn:x", "Un titre", "https://news.example/2026/story", "Corps", "fr"), (item.Guid, item.Title, item.Url, item.Body, item.Lang));
        Assert.Equal(["Feed"], item.Author);
        Assert.Equal(["t"], item.Tag);
        Assert.True(item.Updated > item.Published);
    }

    [Fact]
    public void Rdf_keeps_its_items_beside_the_channel()
    {
        var feed = Parse("""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel><title>T</title></channel><item rdf:about="http://e.org/1"><title>One</title><link>http://e.org/1</link></item></rdf:RDF>""");

        Assert.Equal(FeedFormat.Rdf, feed.Format);
        Assert.Equal("http://e.org/1", Assert.Single(feed.Items).Guid);
    }

    [Fact]
    public void Json_Feed_is_read_and_wrong_types_cost_nothing()
    {
        var feed = Parse("""{"version":"https://jsonfeed.org/version/1.1","title":"J","items":[{"id":1,"url":"https://e.org/1","title":["x"],"content_html":"<p>Body</p>","authors":[{"name":"Ann"}],"tags":["a",7]},5,{"id":"2","content_text":"Text","date_published":"2026-11-25T10:00:00+01:00"}]}""");

        Assert.Equal(2, feed.Items.Count);
        Assert.Equal(("1", null, "Body"), (feed.Items[0].Guid, feed.Items[0].Title, feed.Items[0].Body));
        Assert.Equal(["a"], feed.Items[0].Tag);
        Assert.Equal("Text", feed.Items[1].Body);
    }

    [Theory]
    [InlineData("<item><title>Bad &nbsp; & worse</title></item>")]
    [InlineData("<item><title>Never closed</item>")]
    [InlineData("<item><title>Not even the item")]
    [InlineData("<item><title><![CDATA[Open section</title></item><item><title><![CDATA[x]]></title></item>")]
    [InlineData("<item><link href=\"http://e.org/>\n<title>x</title></item>")]
    [InlineData("<item><title>a < b</title></wrong></item>")]
    [InlineData("<item><!-- never ends <title>x</title></item>")]
    [InlineData("<item><pubDate>soon</pubDate><link>::::</link><guid/></item>")]
    public void A_bad_item_never_costs_its_siblings(string bad)
    {
        var feed = Parse($"<rss><channel><item><title>First</title></item>{bad}<item><title>Last</title><link>http://e.org/last</link></item></channel></rss>");

        Assert.Equal("First", feed.Items[0].Title);
        Assert.Equal(("Last", "http://e.org/last"), (feed.Items[^1].Title, feed.Items[^1].Url));
    }

    [Fact]
    public void A_feed_that_is_cut_off_keeps_what_came() =>
        Assert.Equal(["One", "Tw"], Parse("<rss><channel><item><title>One</title></item><item><title>Tw").Items.Select(i => i.Title));

    [Fact]
    public void Junk_before_the_prolog_and_wrappers_are_looked_through()
    {
        Assert.Equal("T", Parse("\n junk <?xml version='1.0'?><rss><channel><title>T</title></channel></rss>").Title);
        Assert.Equal("T", Parse("<html><body><feed xmlns='http://www.w3.org/2005/Atom'><title>T</title></feed></body></html>").Title);
    }

    [Theory]
    [InlineData("<!DOCTYPE b [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\"><!ENTITY c \"&b;&b;\">]><rss><channel><title>&c;</title></channel></rss>")]
    [InlineData("<!DOCTYPE b [<!ENTITY % p SYSTEM 'http://e.org/x.dtd'><!ENTITY b '%p;'>]><rss><channel/></rss>")]
    public void Entity_bombs_are_refused(string bomb) => Assert.Contains("entity", Assert.Throws<FeedFormatException>(() => Parse(bomb)).Message, StringComparison.Ordinal);

    [Fact]
    public void External_entities_say_nothing() =>
        Assert.Equal("a b", Parse("<!DOCTYPE r [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><rss><channel><title>a &x; b</title></channel></rss>").Title);

    [Theory]
    [InlineData("", "empty")]
    [InlineData("<html><body>x</body></html>", "HTML page")]
    [InlineData("<svg/>", "neither")]
    [InlineData("{\"a\":1}", "no JSON Feed")]
    [InlineData("{\"items\":[", "broken at line 1")]
    public void What_is_no_feed_is_refused_with_the_reason(string text, string reason) =>
        Assert.Contains(reason, Assert.Throws<FeedFormatException>(() => Parse(text)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("<a>")]
    [InlineData("<!--")]
    [InlineData("<![CDATA[")]
    [InlineData("<a b=\"")]
    [InlineData("</a>")]
    [InlineData("&#x41;&amp;&")]
    [InlineData("<!DOCTYPE a [")]
    [InlineData("<item><title><![CDATA[x</title></item>")]
    public void Repetition_takes_linear_time(string piece)
    {
        var hostile = "<rss><channel>" + string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length));

        Assert.NotNull(Parse(hostile));
    }

    [Fact]
    public void Any_text_is_answered() => Check.Sample(Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).Array[0, 40], pieces =>
    {
        try
        {
            Parse(string.Concat(pieces));
        }
        catch (FeedFormatException)
        {
        }
    });

    private static readonly string[] Pieces =
        ["<rss>", "<channel>", "<item>", "</item>", "<title>", "<![CDATA[", "]]>", "&", "&amp;", "<", ">", "\"", "a", " ", "<feed>", "<entry", "xmlns='", "<!--", "-->", "<!DOCTYPE", "["];

    private static FeedDocument Parse(string text, string? url = null) => FeedParser.Parse(Encoding.UTF8.GetBytes(text), null, url);
}
