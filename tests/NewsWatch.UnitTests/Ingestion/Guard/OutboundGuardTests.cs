using System.Net;

using Microsoft.Extensions.Options;

using NewsWatch.ServiceDefaults.Http.Guard;

using Xunit;

namespace NewsWatch.UnitTests.Ingestion.Guard;

public sealed class OutboundGuardTests
{
    [Theory]
    [InlineData("8.8.8.8", AddressKind.Public)]
    [InlineData("127.0.0.53", AddressKind.Loopback)]
    [InlineData("0.1.2.3", AddressKind.Unspecified)]
    [InlineData("172.31.255.255", AddressKind.Private)]
    [InlineData("172.32.0.0", AddressKind.Public)]
    [InlineData("100.127.255.255", AddressKind.Shared)]
    [InlineData("100.128.0.0", AddressKind.Public)]
    [InlineData("169.254.169.254", AddressKind.Metadata)]
    [InlineData("168.63.129.16", AddressKind.Metadata)]
    [InlineData("169.254.1.1", AddressKind.LinkLocal)]
    [InlineData("198.19.0.1", AddressKind.Benchmarking)]
    [InlineData("203.0.113.9", AddressKind.Documentation)]
    [InlineData("239.1.1.1", AddressKind.Multicast)]
    [InlineData("255.255.255.255", AddressKind.Multicast)]
    [InlineData("250.0.0.1", AddressKind.Reserved)]
    [InlineData("2606:4700::1111", AddressKind.Public)]
    [InlineData("::1", AddressKind.Loopback)]
    [InlineData("::", AddressKind.Unspecified)]
    [InlineData("::ffff:10.0.0.1", AddressKind.Private)]
    [InlineData("::ffff:8.8.8.8", AddressKind.Public)]
    [InlineData("::7f00:1", AddressKind.Loopback)]
    [InlineData("64:ff9b::7f00:1", AddressKind.Loopback)]
    [InlineData("64:ff9b::808:808", AddressKind.Public)]
    [InlineData("64:ff9b:1::1", AddressKind.Private)]
    [InlineData("2002:a9fe:a9fe::1", AddressKind.Metadata)]
    [InlineData("2600::5efe:10.0.0.1", AddressKind.Private)]
    [InlineData("fe80::1%1", AddressKind.LinkLocal)]
    [InlineData("fd12::1", AddressKind.Private)]
    [InlineData("ff02::1", AddressKind.Multicast)]
    [InlineData("2001:db8::1", AddressKind.Documentation)]
    [InlineData("2001::1", AddressKind.Reserved)]
    [InlineData("4000::1", AddressKind.Reserved)]
    public void An_address_is_of_one_kind(string address, AddressKind kind) => Assert.Equal(kind, AddressClassifier.Classify(IPAddress.Parse(address)));

    [Theory]
    [InlineData("localhost")]
    [InlineData("printer")]
    [InlineData("db.internal")]
    [InlineData("nas.local.")]
    [InlineData("[::1]")]
    [InlineData("2130706433")]
    [InlineData("0x7f.1")]
    public async Task Hosts_of_the_local_network_are_refused_unasked(string host)
    {
        var resolver = new StubResolver("8.8.8.8");

        var verdict = await Guard(resolver).CheckHostAsync(host, TestContext.Current.CancellationToken);

        Assert.False(verdict.Allowed);
        Assert.Contains("AllowedPrivateHosts", verdict.Reason, StringComparison.Ordinal);
        Assert.Empty(resolver.Asked);
    }

    [Fact]
    public async Task One_private_address_condemns_a_name()
    {
        var verdict = await Guard(new StubResolver("8.8.8.8", "10.0.0.1")).CheckHostAsync("news.example", TestContext.Current.CancellationToken);

        Assert.Equal((false, 2), (verdict.Allowed, verdict.Addresses.Count));
        Assert.Contains("10.0.0.1", verdict.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("feeds.corp", "feeds.corp")]
    [InlineData("10.2.0.0/16", "news.example")]
    [InlineData("10.2.3.4", "news.example")]
    [InlineData("10.2.3.4", "10.2.3.4")]
    public async Task An_operator_may_name_private_hosts(string allowed, string host)
    {
        var verdict = await Guard(new StubResolver("10.2.3.4"), allowed).CheckHostAsync(host, TestContext.Current.CancellationToken);

        Assert.True(verdict.Allowed, verdict.Reason);
    }

    [Theory]
    [InlineData("ftp://example.com/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("http://google.com:80+&@google.com:80#+@127.88.23.245:22/")]
    [InlineData("http://ⓔⓧⓐⓜⓟⓛⓔ.ⓒⓞⓜ/")]
    public async Task Addresses_that_can_be_read_in_two_ways_are_refused(string url)
    {
        var verdict = await Guard(new StubResolver("8.8.8.8")).CheckAsync(new Uri(url), TestContext.Current.CancellationToken);

        Assert.False(verdict.Allowed);
    }

    [Fact]
    public void A_backslash_in_the_host_is_refused() => Assert.NotNull(UrlShape.Problem("http://google.com:80\\\\@127.88.23.245:22/"));

    [Fact]
    public async Task A_name_without_an_address_is_refused()
    {
        var verdict = await Guard(new StubResolver()).CheckHostAsync("gone.example", TestContext.Current.CancellationToken);

        Assert.Equal("The name 'gone.example' has no address.", verdict.Reason);
    }

    internal static OutboundGuard Guard(IHostResolver resolver, params string[] allowed) =>
        new(Options.Create(new OutboundGuardOptions { AllowedPrivateHosts = allowed }), resolver);
}
