using Xunit;

namespace NewsWatch.UnitTests.ServiceDefaults.Http;

public sealed class ListenGuardTests
{
    [Theory]
    [InlineData("http://127.0.0.1:8600")]
    [InlineData("http://127.8.9.10:8600")]
    [InlineData("http://[::1]:8600")]
    [InlineData("http://localhost:8600")]
    [InlineData("http://LOCALHOST:8600;http://127.0.0.1:8601")]
    [InlineData("http://unix:/tmp/newswatch.sock")]
    [InlineData("")]
    public void This_machine_needs_no_key(string urls)
    {
        using var app = LocalHost.Build("--urls", urls);

        Assert.NotNull(app);
    }

    [Theory]
    [InlineData("http://0.0.0.0:8600")]
    [InlineData("http://*:8600")]
    [InlineData("http://+:8600")]
    [InlineData("http://[::]:8600")]
    [InlineData("http://[2001:db8::1]:8600")]
    [InlineData("http://192.168.1.10:8600")]
    [InlineData("http://news.example:8600")]
    [InlineData("http://localhost.example:8600")]
    [InlineData("http://127.0.0.1:8600;https://0.0.0.0:8601")]
    public void The_network_needs_a_key(string urls)
    {
        var refusal = Assert.Throws<InvalidOperationException>(() => LocalHost.Build("--urls", urls));
        Assert.Contains(urls.Split(';')[^1], refusal.Message, StringComparison.Ordinal);
        Assert.Contains("NewsWatch__ApiKey", refusal.Message, StringComparison.Ordinal);

        using var app = LocalHost.Build("--urls", urls, "--NewsWatch:ApiKey", "key");
        Assert.NotNull(app);
    }

    [Theory]
    [InlineData("http_ports", "8080")]
    [InlineData("https_ports", "8443")]
    [InlineData("Kestrel:Endpoints:Public:Url", "http://0.0.0.0:8080")]
    public void Every_way_of_naming_an_address_is_watched(string setting, string value) =>
        Assert.Throws<InvalidOperationException>(() => LocalHost.Build($"--{setting}", value));

    [Fact]
    public void A_key_of_white_space_is_no_key() =>
        Assert.Throws<InvalidOperationException>(() => LocalHost.Build("--urls", "http://0.0.0.0:8600", "--NewsWatch:ApiKey", " "));

    [Fact]
    public void What_is_no_address_is_named() =>
        Assert.Contains("'8600'", Assert.Throws<InvalidOperationException>(() => LocalHost.Build("--urls", "8600")).Message, StringComparison.Ordinal);
}
