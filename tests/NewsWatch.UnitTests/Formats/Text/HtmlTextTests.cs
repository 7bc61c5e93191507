using NewsWatch.Formats.Text;
using NewsWatch.Formats.Text.Html;
using Xunit;

namespace NewsWatch.UnitTests.Formats.Text;

public sealed class HtmlTextTests
{
    [Theory]
    [InlineData("<p>One.</p><p>Two<br>lines.</p>", "One.\n\nTwo\nlines.")]
    [InlineData("plain  text\n\nnext", "plain text\n\nnext")]
    [InlineData("a&nbsp;b &amp; c&hellip;", "a b & c…")]
    [InlineData("<ul><li>a<li>b</ul>", "a\nb")]
    [InlineData("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\nc")]
    [InlineData("x<script>alert(1)</script><style>p{}</style>y", "xy")]
    [InlineData("before<iframe src='x'/>after", "before after")]
    [InlineData("<pre>a\nb</pre>", "a\nb")]
    [InlineData("<b>non</b>-lethal", "non-lethal")]
    [InlineData("1 < 2", "1 < 2")]
    public void Text_reads_as_a_browser_shows_it(string html, string text) => Assert.Equal(text, HtmlText.Of(html));

    [Fact]
    public void Deep_nesting_is_survived() => Assert.EndsWith("x", HtmlText.Of(string.Concat(Enumerable.Repeat("<div>", 100_000)) + "x") + "x", StringComparison.Ordinal);

    [Fact]
    public void Text_is_composed_and_free_of_what_nobody_sees()
    {
        Assert.Equal("é — … ok", PlainText.Line(" e\u0301 \t— \u0085\u0000 ok\uFEFF "));
        Assert.Equal("a\uFFFDb", PlainText.Line("a\uD800b"));
        Assert.Equal("각", PlainText.Line("\u1100\u1161\u11A8"));
    }

    [Theory]
    [InlineData("KÃ¤ltewelle in Europa", "Kältewelle in Europa")]
    [InlineData("donâ€™t", "don’t")]
    [InlineData("Ã la carte", "Ã la carte")]
    [InlineData("São Paulo", "São Paulo")]
    public void Text_encoded_twice_is_read(string text, string expected) => Assert.Equal(expected, Mojibake.Repair(text));

    [Fact]
    public void Nothing_that_runs_is_shown()
    {
        var html = SafeHtml.Of("<p onclick=a()>Hi <a href='javascript:x' style='x'>there</a><script>x</script><img src=http://e.org/a.png onerror=x><iframe src=//e.org></iframe><form><input></form></p>");

        Assert.Equal("<p>Hi <a>there</a><img src=\"http://e.org/a.png\"></p><p></p>", html);
    }
}
