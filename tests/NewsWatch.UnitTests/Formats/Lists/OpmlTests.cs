using System.Text;
using CsCheck;
using NewsWatch.Formats.Opml;
using Xunit;

namespace NewsWatch.UnitTests.Formats.Lists;

public sealed class OpmlTests
{
    [Fact]
    public void Folders_categories_and_includes_are_read()
    {
        var list = Read("""
            <opml version="2.0"><head><title> My list </title></head><body>
            <outline text="World"><outline text="Europe">
            <outline text="One" xmlUrl="http://e.org/1" htmlUrl="http://e.org/" category="a,/x/y"/></outline></outline>
            <outline title="Two" type="rss" url="http://e.org/2" category="/x/y"/>
            <outline text="More" type="include" url="http://e.org/more.opml"/></body></opml>
            """);

        Assert.Equal("My list", list.Title);
        Assert.Equal(["World", "Europe"], list.Feeds[0].Folder);
        Assert.Equal(["a"], list.Feeds[0].Tag);
        Assert.Equal(("http://e.org/2", "Two"), (list.Feeds[1].Url, list.Feeds[1].Title));
        Assert.Equal(["x", "y"], list.Feeds[1].Folder);
        Assert.Equal([new OpmlList("http://e.org/more.opml", "More") { Line = 5 }], list.Lists);
        Assert.Empty(list.Errors);
    }

    [Fact]
    public void A_broken_list_goes_as_far_as_it_goes_and_says_where()
    {
        var list = Read("<opml><body>\n<outline xmlUrl=\"http://e.org/?a=1&b=2\"/>\n<outline xmlUrl='nowhere'/>\n<outline type='rss' text='x' htmlUrl='http://e.org/'/>\n<outline text='never closed'>\n<outline xmlUrl='http://e.org/2'/>\n</body></opml>");

        Assert.Equal(["http://e.org/?a=1&b=2", "http://e.org/2"], list.Feeds.Select(f => f.Url));
        Assert.Equal([2, 3, 4], list.Errors.Take(3).Select(e => e.Line));
        Assert.Contains(list.Errors, e => e.Message.Contains("left open", StringComparison.Ordinal));
    }

    [Fact]
    public void A_feed_listed_twice_is_one_with_both_places()
    {
        var list = Read("<opml><body><outline text='A'><outline xmlUrl='http://e.org/1'/></outline><outline text='B'><outline xmlUrl='http://e.org/1'/></outline></body></opml>");

        Assert.Equal(["B"], Assert.Single(list.Feeds).Tag);
        Assert.Contains("more than once", Assert.Single(list.Errors).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_list_is_refused() => Assert.Contains("no 'opml'", Assert.Throws<OpmlException>(() => Read("garbage")).Message, StringComparison.Ordinal);

    [Fact]
    public void What_is_written_is_read_again()
    {
        var name = Gen.Int[0, Names.Length - 1].Select(i => Names[i]);
        Gen.Select(Gen.Int[0, 5], name, name.Array[0, 3], name.Array[0, 2]).Array[0, 6].Sample(rows =>
        {
            var feeds = rows.Select((r, i) => new OpmlFeed { Url = $"http://e.org/{i}?a=1&b={r.Item1}", Title = r.Item2, Site = "http://e.org/", Folder = r.Item3, Tag = r.Item4.Distinct().ToArray() }).ToList();
            using var stream = new MemoryStream();
            OpmlWriter.Write(stream, "T & co", DateTimeOffset.UnixEpoch, feeds);
            var read = OpmlReader.Read(stream.ToArray());
            return read.Errors.Count == 0 && read.Title == "T & co" && feeds.TrueForAll(f => read.Feeds.Any(r => r.Url == f.Url && r.Title == f.Title && r.Site == f.Site && r.Folder.SequenceEqual(f.Folder) && r.Tag.SequenceEqual(f.Tag)));
        });
    }

    private static readonly string[] Names = ["a", "News & <more>", "\"quoted\"", "日本", "x y"];

    private static OpmlDocument Read(string text) => OpmlReader.Read(Encoding.UTF8.GetBytes(text));
}
