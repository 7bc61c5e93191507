using System.Globalization;
using NewsWatch.Contracts;
using Xunit;

namespace NewsWatch.UnitTests.Contracts;

public sealed class Rfc3339Tests
{
    [Theory]
    [InlineData("2026-11-25", "2026-11-25T00:00:00Z")]
    [InlineData("2026-11-25T10:42:00Z", "2026-11-25T10:42:00Z")]
    [InlineData("2026-11-25t10:42:00.5z", "2026-11-25T10:42:00.5Z")]
    [InlineData("2026-11-25T10:42", "2026-11-25T10:42:00Z")]
    [InlineData("2026-11-25 10:42:01", "2026-11-25T10:42:01Z")]
    [InlineData("2026-11-25T10:42:00+01:00", "2026-11-25T09:42:00Z")]
    [InlineData("2026-11-25T00:30:00-0530", "2026-11-25T06:00:00Z")]
    [InlineData(" 2026-11-25 ", "2026-11-25T00:00:00Z")]
    public void Days_and_times_of_rfc_3339_are_read(string text, string expected)
    {
        Assert.True(Rfc3339.TryRead(text, out var time));
        Assert.Equal((DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture), TimeSpan.Zero), (time, time.Offset));
    }

    [Theory]
    [InlineData("")]
    [InlineData("11/12/2026")]
    [InlineData("10:42")]
    [InlineData("2026-11")]
    [InlineData("2026-13-01")]
    [InlineData("2026-11-31")]
    [InlineData("2026-11-25T25:00")]
    [InlineData("25 Nov 2026 10:42:00 GMT")]
    [InlineData("2026-11-25T10:42:00Z and more")]
    [InlineData("0001-01-01T00:00:00+14:00")]
    public void Nothing_is_guessed(string text) => Assert.False(Rfc3339.TryRead(text, out _));
}
