using System.Text;
using NewsWatch.Formats.Text.Charsets;
using Xunit;

namespace NewsWatch.UnitTests.Formats.Text;

public sealed class CharsetDecoderTests
{
    [Fact]
    public void A_mark_beats_the_header()
    {
        var decoded = CharsetDecoder.Decode([0xEF, 0xBB, 0xBF, .. "Łódź"u8], "text/html; charset=windows-1252");

        Assert.Equal(new DecodedText("Łódź", "utf-8", CharsetReason.Bom), decoded);
    }

    [Fact]
    public void The_header_beats_the_declaration()
    {
        var bytes = CharsetNames.Find("koi8-r")!.GetBytes("<?xml version='1.0' encoding='windows-1251'?><a>Москва</a>");

        var decoded = CharsetDecoder.Decode(bytes, "text/xml; charset=\"KOI8-R\"");

        Assert.Equal(("koi8-r", CharsetReason.Header), (decoded.Charset, decoded.Why));
        Assert.Contains("Москва", decoded.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<?xml version=\"1.0\" encoding=\"windows-1251\"?><a>Москва</a>", "windows-1251")]
    [InlineData("<html><head><meta charset=windows-1251></head>Москва", "windows-1251")]
    [InlineData("<meta http-equiv='Content-Type' content='text/html; charset=KOI8-R'>Москва", "koi8-r")]
    public void A_declaration_beats_detection(string text, string charset)
    {
        var decoded = CharsetDecoder.Decode(CharsetNames.Find(charset)!.GetBytes(text));

        Assert.Equal(new DecodedText(text, charset, CharsetReason.Declaration), decoded);
    }

    [Fact]
    public void A_declaration_that_the_bytes_contradict_is_not_believed()
    {
        var bytes = CharsetNames.Find("windows-1251")!.GetBytes("<?xml version='1.0' encoding='utf-8'?><a>Министры обсудили поставки вооружения и санкции</a>");

        var decoded = CharsetDecoder.Decode(bytes);

        Assert.Equal(("windows-1251", CharsetReason.Detection), (decoded.Charset, decoded.Why));
    }

    [Fact]
    public void Utf8_that_claims_to_be_latin_is_read_as_what_it_is()
    {
        var text = "<?xml version='1.0' encoding='iso-8859-1'?><a>Überfällige Größen: Äpfel, Öl, für übermäßige Schärfe</a>";

        Assert.Equal(text, CharsetDecoder.Decode(Encoding.UTF8.GetBytes(text)).Text);
    }

    [Theory]
    [InlineData("utf-16le")]
    [InlineData("utf-16be")]
    [InlineData("utf-32le")]
    [InlineData("utf-32be")]
    public void Wide_text_without_a_mark_is_told_by_its_zeros(string charset)
    {
        var decoded = CharsetDecoder.Decode(CharsetNames.Find(charset)!.GetBytes("<rss><channel><title>News</title></channel></rss>"));

        Assert.Equal((charset, CharsetReason.Detection), (decoded.Charset, decoded.Why));
    }

    [Fact]
    public void Ascii_is_the_default()
    {
        Assert.Equal(new DecodedText("plain", "utf-8", CharsetReason.Default), CharsetDecoder.Decode("plain"u8));
        Assert.Equal("windows-1252", CharsetDecoder.Decode("<!doctype html><p>plain"u8).Charset);
        Assert.Equal(new DecodedText("", "utf-8", CharsetReason.Default), CharsetDecoder.Decode([]));
    }

    [Theory]
    [InlineData("utf-7")]
    [InlineData("bogus")]
    [InlineData("")]
    public void Unknown_and_unsafe_labels_name_nothing(string label) => Assert.Null(CharsetNames.Find(label));
}
