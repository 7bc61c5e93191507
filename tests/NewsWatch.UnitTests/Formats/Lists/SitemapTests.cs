using System.IO.Compression;
using System.Text;
using NewsWatch.Formats.Sitemaps;
using Xunit;

namespace NewsWatch.UnitTests.Formats.Lists;

public sealed class SitemapTests
{
    private const string News = """
        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"><url><loc> https://e.org/a </loc><lastmod>2026-11-25</lastmod>
        <n:news><n:publication><n:name>The E</n:name><n:language>de-AT</n:language></n:publication><n:publication_date>2026-11-25T10:00:00+01:00</n:publication_date><n:title>Titel &amp; mehr</n:title><n:keywords>a, b</n:keywords></n:news></url>
        <url><loc>nowhere</loc></url><url><loc>https://e.org/b</loc></url></urlset>
        """;

    [Fact]
    public void The_news_extension_is_read_and_a_bad_entry_costs_itself()
    {
        var sitemap = Parse(News);

        Assert.Equal((SitemapFormat.UrlSet, 2), (sitemap.Format, sitemap.Items.Count));
        var item = sitemap.Items[0];
        Assert.Equal(("https://e.org/a", "Titel & mehr", "The E", "de"), (item.Url, item.Title, item.Source, item.Lang));
        Assert.Equal(new DateTimeOffset(2026, 11, 25, 9, 0, 0, TimeSpan.Zero), item.Published);
        Assert.Equal(["a", "b"], item.Tag);
    }

    [Fact]
    public void Gzip_text_indexes_and_feeds_are_sitemaps_too()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionMode.Compress)) gzip.Write(Encoding.UTF8.GetBytes("\uFEFFhttps://e.org/a\r\njunk\nhttps://e.org/b"));

        Assert.Equal((SitemapFormat.Text, 2), (SitemapParser.Parse(packed.ToArray()).Format, SitemapParser.Parse(packed.ToArray()).Items.Count));
        Assert.Equal("https://e.org/s.xml", Assert.Single(Parse("<sitemapindex><sitemap><loc>https://e.org/s.xml</loc></sitemap></sitemapindex>").Sitemaps).Url);
        Assert.Equal(SitemapFormat.Feed, Parse("<rss><channel><item><link>https://e.org/a</link></item></channel></rss>").Format);
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("<html/>")]
    public void What_is_no_sitemap_is_refused(string text) => Assert.Throws<SitemapException>(() => Parse(text));

    [Fact]
    public void Damaged_gzip_is_named() => Assert.Contains("damaged", Assert.Throws<SitemapException>(() => SitemapParser.Parse([0x1F, 0x8B, 1, 2, 3])).Message, StringComparison.Ordinal);

    private static SitemapDocument Parse(string text) => SitemapParser.Parse(Encoding.UTF8.GetBytes(text));
}
