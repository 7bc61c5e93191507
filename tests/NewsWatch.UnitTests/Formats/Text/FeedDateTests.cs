using NewsWatch.Formats.Text.Dates;
using Xunit;

namespace NewsWatch.UnitTests.Formats.Text;

public sealed class FeedDateTests
{
    [Theory]
    [InlineData("Wed, 25 Nov 2026 10:42:03 GMT", "2026-11-25T10:42:03Z")]
    [InlineData("25 Nov 26 10:42 +0200", "2026-11-25T08:42:00Z")]
    [InlineData("2026-11-25T10:42:03.5+05:30", "2026-11-25T05:12:03Z")]
    [InlineData("20261125T104203Z", "2026-11-25T10:42:03Z")]
    [InlineData("2026-11-25 10:42:03 UTC", "2026-11-25T10:42:03Z")]
    [InlineData("2026-11-25T24:00:00Z", "2026-11-26T00:00:00Z")]
    [InlineData("2026-12-31T23:59:60Z", "2026-12-31T23:59:59Z")]
    [InlineData("2026-330", "2026-11-26T00:00:00Z")]
    [InlineData("1795603323", "2026-11-25T10:42:03Z")]
    [InlineData("1795603323000", "2026-11-25T10:42:03Z")]
    [InlineData("November 25, 2026 10:42 PM EST", "2026-11-26T03:42:00Z")]
    [InlineData("Mittwoch, 25. November 2026, 10:42 Uhr", "2026-11-25T10:42:00Z")]
    [InlineData("mercredi 25 novembre 2026 à 10h42", "2026-11-25T10:42:00Z")]
    [InlineData("25 de noviembre de 2026", "2026-11-25T00:00:00Z")]
    [InlineData("25 ноября 2026 г., 10:42", "2026-11-25T10:42:00Z")]
    [InlineData("25.11.2026 10:42", "2026-11-25T10:42:00Z")]
    [InlineData("11/25/2026 10:42", "2026-11-25T10:42:00Z")]
    [InlineData("25/11/2026", "2026-11-25T00:00:00Z")]
    [InlineData("2026年11月25日 10:42", "2026-11-25T02:42:00Z")]
    [InlineData("Wed, 25 Nov 2026 10:42:03 GMT (Greenwich)", "2026-11-25T10:42:03Z")]
    [InlineData("Wed, 25-Nov-2026 10:42:03 PST", "2026-11-25T18:42:03Z")]
    public void A_date_in_any_shape_is_one_moment(string text, string expected) =>
        Assert.Equal(DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture).ToUnixTimeSeconds(), FeedDate.Parse(text)?.ToUnixTimeSeconds());

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    [InlineData("yesterday")]
    [InlineData("32 Nov 2026")]
    [InlineData("2026-02-30")]
    [InlineData("25 Nov 2026 25:00")]
    [InlineData("10:42")]
    public void What_is_no_date_is_none(string? text) => Assert.Null(FeedDate.Parse(text));

    [Fact]
    public void Any_string_is_answered() => CsCheck.Check.Sample(CsCheck.Gen.String, text => FeedDate.Parse(text) is null or { Offset.Ticks: 0 });
}
