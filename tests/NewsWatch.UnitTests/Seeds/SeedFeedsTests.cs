using System.Xml.Linq;
using NewsWatch.UnitTests.Deploy;
using Xunit;

namespace NewsWatch.UnitTests.Seeds;

public sealed class SeedFeedsTests
{
    private static readonly XElement[] Feeds =
        [.. XDocument.Parse(RepositoryFiles.Read("seeds/feeds.opml")).Descendants("outline").Where(outline => outline.Attribute("xmlUrl") is not null)];

    [Fact]
    public void About_thirty_feeds_in_at_least_ten_languages()
    {
        Assert.InRange(Feeds.Length, 28, 40);
        Assert.InRange(Feeds.Select(feed => (string?)feed.Attribute("language")).Distinct().Count(), 10, 40);
    }

    [Fact]
    public void Each_has_a_title_a_folder_and_an_https_address_of_its_own()
    {
        Assert.Equal(Feeds.Length, Feeds.Select(feed => feed.Attribute("xmlUrl")!.Value).Distinct().Count());
        Assert.All(Feeds, feed =>
        {
            Assert.StartsWith("https://", feed.Attribute("xmlUrl")!.Value, StringComparison.Ordinal);
            Assert.StartsWith("https://", feed.Attribute("htmlUrl")!.Value, StringComparison.Ordinal);
            Assert.True(Uri.IsWellFormedUriString(feed.Attribute("xmlUrl")!.Value, UriKind.Absolute));
            Assert.NotEmpty(feed.Attribute("text")!.Value);
            Assert.Equal("outline", feed.Parent!.Name.LocalName);
        });
    }
}
