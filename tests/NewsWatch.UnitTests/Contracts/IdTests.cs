using CsCheck;
using NewsWatch.Contracts;
using Xunit;

namespace NewsWatch.UnitTests.Contracts;

/// <summary>Ids are stable for ever: these vectors were computed apart from the code, and a change to one breaks every archive.</summary>
public sealed class IdTests
{
    [Theory]
    [InlineData("https://example.org/story", "NBCNEWS", "tag:1", "hApJ6CQESKFQDMmOEPKGrw")]
    [InlineData(null, "NBCNEWS", "tag:1", "9F14qiV41TGg7QK8FZ7HNA")]
    [InlineData("", null, "tag:1", "c3XpkLJwEItKtGXHkxkEeA")]
    [InlineData(null, "NBCNEWS", "", "xoZbpQuCx5l8juZhIkkdXw")]
    public void An_article_is_its_url_else_its_guid_else_its_text(string? url, string? source, string? guid, string id) =>
        Assert.Equal(id, ArticleId.Derive(url, source, guid, "Zoë 新闻", "Body"));

    [Fact]
    public void An_alert_is_a_watch_and_a_revision() => Assert.Equal("szOdkxfLuD7i_7TnY6rswQ", AlertId.Derive("w", "hApJ6CQESKFQDMmOEPKGrw", 2));

    [Fact]
    public void What_is_derived_today_is_derived_for_ever() => Assert.Equal("5sdz8RR0kFmhvcDUFTkD-g", DerivedId.From("Title", "", "Body"));

    [Fact]
    public void Every_id_has_22_characters_that_need_no_escaping() => Check.Sample(
        Gen.String, text => DerivedId.From(text) is { Length: 22 } id && DerivedId.IsWellFormed(id) && Uri.EscapeDataString(id) == id);

    [Fact]
    public void No_two_lists_meet_by_running_together() => Check.Sample(
        Gen.Select(Gen.String[Gen.Char["ab\0"], 0, 6], Gen.Int[0, 6], Gen.Int[0, 6]),
        (text, first, second) =>
        {
            var (i, j) = (Math.Min(first, text.Length), Math.Min(second, text.Length));
            return i == j || DerivedId.From(text[..i], text[i..]) != DerivedId.From(text[..j], text[j..]);
        });

    [Fact]
    public void Lists_of_different_lengths_do_not_meet() =>
        Assert.Equal(4, new[] { DerivedId.From(), DerivedId.From(""), DerivedId.From("", ""), DerivedId.From("a", "") }.Distinct().Count());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("hApJ6CQESKFQDMmOEPKGr")]
    [InlineData("hApJ6CQESKFQDMmOEPKGrww")]
    [InlineData("hApJ6CQESKFQDMmOEPKG+w")]
    [InlineData("hApJ6CQESKFQDMmOEPKGé1")]
    public void What_has_not_the_shape_is_no_id(string? id) => Assert.False(DerivedId.IsWellFormed(id));
}
