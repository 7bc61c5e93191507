using NewsWatch.Ingestion.WebSub;
using Xunit;

namespace NewsWatch.UnitTests.Ingestion.Feeds;

public sealed class WebSubTests
{
    // The method and hash of RFC 4231's second case.
    [Theory]
    [InlineData("sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843", true)]
    [InlineData("SHA256=5BDCC146BF60754E6A042426089575C75A003F089D2739839DEC58B964EC3843", true)]
    [InlineData("sha1=effcdf6ae5eb2fa2d27416d5f184df9c259a7c79", true)]
    [InlineData("sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3844", false)]
    [InlineData("md5=750c783e6ab0b503eaa86e310a5db738", false)]
    [InlineData("sha256", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Only_the_hubs_own_signature_counts(string? header, bool valid) =>
        Assert.Equal(valid, HubSignature.IsValid(header, "what do ya want for nothing?"u8, "Jefe"));

    [Fact]
    public void Link_headers_name_hubs_and_the_topic()
    {
        var (hubs, self) = LinkHeader.Find("<https://hub.example/>; rel=\"hub\", <https://other.example/hub>; rel=hub, <https://news.example/feed>; type=\"text/xml\"; rel=\"self alternate\"");

        Assert.Equal(["https://hub.example/", "https://other.example/hub"], hubs);
        Assert.Equal("https://news.example/feed", self);
    }
}
