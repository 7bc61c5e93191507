using CsCheck;
using NewsWatch.Formats.Urls;
using Xunit;

namespace NewsWatch.UnitTests.Formats.Urls;

public sealed class UrlTests
{
    [Theory]
    [InlineData("HTTP://Example.COM:80/a/../b?utm_source=x&b=2&a=1#top", "http://example.com/b?a=1&b=2")]
    [InlineData("https://example.com/story?fbclid=1&id=7", "https://example.com/story?id=7")]
    [InlineData("https://example.com/story/amp/", "https://example.com/story/")]
    [InlineData("https://example.com/story/amp", "https://example.com/story")]
    [InlineData("https://example.com/story.amp.html", "https://example.com/story.html")]
    [InlineData("https://amp.example.com/story", "https://www.example.com/story")]
    [InlineData("https://m.example.co.uk/story", "https://www.example.co.uk/story")]
    [InlineData("https://en.m.wikipedia.org/wiki/News", "https://en.wikipedia.org/wiki/News")]
    [InlineData("https://www.google.com/amp/s/www.example.com/story", "https://www.example.com/story")]
    [InlineData("https://www-example-com.cdn.ampproject.org/c/s/www.example.com/story?amp=1", "https://www.example.com/story")]
    [InlineData("https://www.google.com/url?q=https%3A%2F%2Fexample.com%2Fa&sa=D", "https://example.com/a")]
    [InlineData("https://münchen.example/a b/%7euser/%e4", "https://xn--mnchen-3ya.example/a%20b/~user/%E4")]
    [InlineData("https://user:secret@example.com./a", "https://example.com/a")]
    [InlineData("https://example.com/#!/story/1", "https://example.com/#!/story/1")]
    [InlineData("https://example.com/a;jsessionid=0A1B?x=1", "https://example.com/a?x=1")]
    [InlineData("https://www.nytimes.com/2026/11/25/a.html?partner=rss&emc=rss", "https://www.nytimes.com/2026/11/25/a.html")]
    public void An_article_has_one_address(string url, string canonical)
    {
        Assert.Equal(canonical, CanonicalUrl.Of(url));
        Assert.Equal(canonical, CanonicalUrl.Of(canonical));
    }

    [Theory]
    [InlineData("https://example.com/a?ref=chapter-2")]
    [InlineData("https://example.com/a?page=2&q=utm")]
    [InlineData("https://example.com/amplifier")]
    [InlineData("https://example.com/camp")]
    [InlineData("https://model.m.example/")]
    public void What_names_an_article_stays(string url) => Assert.Equal(url, CanonicalUrl.Of(url));

    [Theory]
    [InlineData("mailto:a@b.c")]
    [InlineData("javascript:alert(1)")]
    [InlineData("not a url")]
    [InlineData("http://")]
    [InlineData("http://exa mple.com/")]
    [InlineData("http://example.com:99999/")]
    [InlineData(null)]
    public void What_is_no_web_address_has_no_form(string? url) => Assert.Null(CanonicalUrl.Of(url));

    [Theory]
    [InlineData("http://0x7f.1/", "127.0.0.1")]
    [InlineData("http://2130706433/", "127.0.0.1")]
    [InlineData("http://0177.0.0.1/", "127.0.0.1")]
    [InlineData("http://①②⑦.⓪.⓪.①/", "127.0.0.1")]
    [InlineData("http://%31%32%37.0.0.1/", "127.0.0.1")]
    [InlineData("http://[0:0:0:0:0:ffff:7f00:1]/", "[::ffff:7f00:1]")]
    [InlineData("http:\\\\example.com\\a", "example.com")]
    [InlineData("http://Ｅxample。com/", "example.com")]
    public void A_host_has_one_spelling(string url, string host) => Assert.Equal(host, WebUrl.TryParse(url)?.Host);

    [Theory]
    [InlineData("../c?d#e", "http://example.com/c?d#e")]
    [InlineData("//other.example/x", "http://other.example/x")]
    [InlineData("?q", "http://example.com/a/b?q")]
    [InlineData("", "http://example.com/a/b?old")]
    [InlineData("https:x", "https://x/")]
    public void Links_resolve_as_in_a_browser(string link, string expected) => Assert.Equal(expected, WebUrl.Resolve(link, "http://example.com/a/b?old"));

    [Theory]
    [InlineData("news.bbc.co.uk", "bbc.co.uk")]
    [InlineData("www.nbcnews.com", "nbcnews.com")]
    [InlineData("foo.github.io", "foo.github.io")]
    [InlineData("www.city.kawasaki.jp", "city.kawasaki.jp")]
    [InlineData("a.b.kawasaki.jp", "a.b.kawasaki.jp")]
    [InlineData("www.xn--85x722f.xn--55qx5d.cn", "xn--85x722f.xn--55qx5d.cn")]
    [InlineData("example.unknowntld", "example.unknowntld")]
    [InlineData("co.uk", null)]
    [InlineData("localhost", null)]
    [InlineData("127.0.0.1", null)]
    public void A_site_is_what_its_owner_registered(string host, string? domain) => Assert.Equal(domain, RegistrableDomain.Of(host));

    [Theory]
    [InlineData("https://www.example.com/story?id=1", "https://example.com/story", "https://example.com/story")]
    [InlineData("https://example.com/story", "https://elsewhere.org/copy", "https://example.com/story")]
    [InlineData("https://example.com/story", "https://example.com/", "https://example.com/story")]
    [InlineData("https://example.com/story", null, "https://example.com/story")]
    public void A_page_says_its_address_within_its_own_site(string page, string? declared, string expected) => Assert.Equal(expected, CanonicalUrl.Declared(page, declared));

    [Theory]
    [InlineData("https://m.youtube.com/redirect?q=https%3A%2F%2Fexample.com%2Fstory", "https://example.com/story")]
    [InlineData("https://m.youtube.com/redirect?q=https%3A%2F%2Fexample.com%2Fa%20b", "https://example.com/a%20b")]
    [InlineData("https://www.youtube.com/redirect?q=https%3A%2F%2Fexample.com%2Fa%20b", "https://example.com/a%20b")]
    [InlineData("https://example.com/a/..;sid=1", "https://example.com/")]
    [InlineData("https://example.com/story.amp.amp", "https://example.com/story")]
    [InlineData("https://example.com/?*b&%20a", "https://example.com/?*b&+a")]
    public void What_one_step_uncovers_the_next_takes_away(string url, string expected)
    {
        Assert.Equal(expected, CanonicalUrl.Of(url));
        Assert.Equal(expected, CanonicalUrl.Of(expected));
    }

    [Fact]
    public void Any_string_is_answered_and_stable() => Check.Sample(Gen.String, text => IsStable("http://example.com/" + text));

    [Fact]
    public void Any_address_is_answered_and_stable()
    {
        string[] parts =
        [
            "a", "B", "é", "/", "//", ".", "..", ";", ":", "?", "&", "=", "+", "*", " ", "#", "!", "%", "%2", "%2e", "%2F", "%20", "%25", "%3D", "%26", "|", "\\", "amp", "/amp/", "/amp", ".amp", "_amp.html", ";sid=", ";jsessionid=1",
            "utm_source=x", "ref=", "bbc.co.uk", "q=", "u=", "http:", "https://", "s/", "@", "\t",
        ];
        string[] hosts = ["example.com", "m.amp.example.com", "m.youtube.com", "www.google.com", "l.facebook.com", "x.cdn.ampproject.org", "example.com.", "user@m.example.com:80"];
        var addresses = Gen.Select(Gen.OneOf(hosts), Gen.OneOf(parts).Array[0, 14], (host, tail) => $"http://{host}/{string.Concat(tail)}");
        Check.Sample(addresses, IsStable, iter: 20_000);
    }

    private static bool IsStable(string address) => CanonicalUrl.Of(address) is { } url && CanonicalUrl.Of(url) == url;
}
