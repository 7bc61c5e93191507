using System.Text;
using NewsWatch.Formats.Pages;
using Xunit;

namespace NewsWatch.UnitTests.Formats.Pages;

public sealed class PageReaderTests
{
    private const string Sentence = "The ministers agreed on Wednesday that the shipment would leave the port within a week, and that the crews would be paid in full. ";

    [Fact]
    public void What_a_page_declares_of_itself_is_believed()
    {
        var page = Read($$"""
            <html lang="en-GB"><head><title>Aid agreed | The Paper</title><meta property="og:site_name" content="The Paper"><meta property="og:image" content="/lead.jpg"><link rel="canonical" href="/aid">
            <script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"Aid agreed","datePublished":"2026-11-25T10:00:00+01:00","author":[{"@type":"Person","name":"Ann Example"},{"@id":"#bob"}]},{"@type":"Person","@id":"#bob","name":"Bob Sample"}]}</script></head>
            <body><nav>Home News</nav><h1>Aid agreed</h1><div class="article-body"><p>{{Sentence}}{{Sentence}}</p><div class="share-buttons">Share on everything</div><p>{{Sentence}}</p><h3>Read more</h3></div><aside><p>{{Sentence}}Elsewhere.</p></aside><footer>All rights</footer></body></html>
            """);

        Assert.Equal(("Aid agreed", "en", "https://paper.example/aid", "https://paper.example/lead.jpg"), (page.Title, page.Lang, page.Canonical, page.Image));
        Assert.Equal(["Ann Example", "Bob Sample"], page.Author);
        Assert.Equal(new DateTimeOffset(2026, 11, 25, 9, 0, 0, TimeSpan.Zero), page.Published);
        Assert.Equal($"{Sentence}{Sentence.TrimEnd()}\n\n{Sentence.TrimEnd()}", page.Body);
    }

    [Theory]
    [InlineData(100, true)]
    [InlineData(3_000, false)]
    public void An_address_longer_than_an_articles_may_be_is_no_address(int length, bool isTaken)
    {
        var page = Read($"<link rel=canonical href='/{new string('a', length)}'><p>{Sentence}</p>");

        Assert.Equal(isTaken, page.Canonical is not null);
    }

    [Fact]
    public void What_a_page_only_shows_is_found()
    {
        var page = Read($"<html><body><div id=x class='page has-sidebar-right'><h1>Title here</h1><p class=date>25. November 2026</p><p>Von Ann Example</p><div class=content><p>{Sentence}</p><p>{Sentence}</p><p>{Sentence}</p></div><div class=comments><p>By Carl Comment, 1 January 2020</p></div></div></body></html>");

        Assert.Equal("Title here", page.Title);
        Assert.Equal(["Ann Example"], page.Author);
        Assert.Equal(new DateTimeOffset(2026, 11, 25, 0, 0, 0, TimeSpan.Zero), page.Published);
        Assert.DoesNotContain("Carl", page.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void A_body_that_only_the_declaration_holds_is_taken_from_there()
    {
        var page = Read($$"""<script type="application/ld+json">{"@type":"NewsArticle","articleBody":"{{string.Concat(Enumerable.Repeat(Sentence, 5))}}"}</script><div id=app></div>""");

        Assert.StartsWith("The ministers agreed", page.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("plain text")]
    [InlineData("<script type='application/ld+json'>{broken</script>")]
    [InlineData("<html><body><p>short</p>")]
    public void Any_page_is_answered(string html) => Assert.NotNull(Read(html).Body);

    [Fact]
    public void Hostile_nesting_is_survived() => Assert.NotNull(Read(string.Concat(Enumerable.Repeat("<div><b>", 20_000)) + Sentence).Body);

    private static PageArticle Read(string html) => PageReader.Read(Encoding.UTF8.GetBytes(html), "text/html; charset=utf-8", "https://paper.example/2026/aid");
}
