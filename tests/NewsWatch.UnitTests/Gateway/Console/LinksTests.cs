using NewsWatch.Gateway.Console;
using Xunit;

namespace NewsWatch.UnitTests.Gateway.Console;

public sealed class LinksTests
{
    [Fact]
    public void What_people_wrote_is_escaped_and_what_is_empty_left_out()
    {
        Assert.Equal("/search?q=%22lethal%20aid%22%20%26%20more", Links.Search("\"lethal aid\" & more"));
        Assert.Equal("/?topic=sanctions.%23", Links.Live("sanctions.#"));
        Assert.Equal("/articles/a%2Fb?revision=2", Links.Article("a/b", 2));
        Assert.Equal("/", Links.Live());
    }

    [Theory]
    [InlineData("https://outlet.example/1", true)]
    [InlineData("http://outlet.example/1", true)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("data:text/html,x", false)]
    [InlineData("//outlet.example", false)]
    [InlineData("/local", false)]
    [InlineData(null, false)]
    public void Only_addresses_of_the_web_are_led_to(string? url, bool isLink) => Assert.Equal(isLink, Links.Outside(url) is not null);
}
