using NewsWatch.ServiceDefaults.Http;
using NewsWatch.Testing;
using Xunit;

namespace NewsWatch.UnitTests.ServiceDefaults.Http;

public sealed class ApiKeySessionTests
{
    private static readonly string Good = ApiKeySession.Issue("key", Some.Time.AddDays(1));

    [Fact]
    public void A_session_counts_for_its_key_until_its_end()
    {
        Assert.True(ApiKeySession.IsGood(Good, "key", Some.Time));
        Assert.False(ApiKeySession.IsGood(Good, "another key", Some.Time));
        Assert.False(ApiKeySession.IsGood(Good, "key", Some.Time.AddDays(2)));
    }

    [Fact]
    public void A_later_end_cannot_be_written_into_it()
    {
        var forged = $"{Some.Time.AddDays(300).ToUnixTimeSeconds()}{Good[Good.IndexOf('.', StringComparison.Ordinal)..]}";
        Assert.False(ApiKeySession.IsGood(forged, "key", Some.Time));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("x.y")]
    [InlineData("99999999999999999999.00")]
    [InlineData("9999999999999.ü")]
    public void What_is_no_session_is_refused(string? cookie) => Assert.False(ApiKeySession.IsGood(cookie, "key", Some.Time));
}
