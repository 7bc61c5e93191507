using System.Text;

namespace NewsWatch.Formats.Text.Charsets;

/// <summary>Decodes bytes by byte order mark, HTTP header, declaration and detection, in that order.</summary>
public static class CharsetDecoder
{
    /// <summary>Decodes <paramref name="bytes"/>; never fails.</summary>
    /// <param name="bytes">A document as it was received.</param>
    /// <param name="contentType">The HTTP header, where there was one.</param>
    public static DecodedText Decode(ReadOnlySpan<byte> bytes, string? contentType = null)
    {
        if (ByteOrderMark.Find(bytes) is { } mark) return Decode(bytes[mark.Length..], mark.Encoding, CharsetReason.Bom);
        if (Trusted(CharsetNames.Find(ContentTypes.Charset(contentType)), bytes) is { } header) return Decode(bytes, header, CharsetReason.Header);
        if (WideEncoding.Guess(bytes) is { } wide) return Decode(bytes, wide, CharsetReason.Detection);
        if (Trusted(DeclaredCharset.Find(bytes), bytes) is { } declared) return Decode(bytes, declared, CharsetReason.Declaration);
        return CharsetDetector.Detect(bytes) is { } detected
            ? Decode(bytes, detected, CharsetReason.Detection)
            : Decode(bytes, Default(bytes, contentType), CharsetReason.Default);
    }

    private static DecodedText Decode(ReadOnlySpan<byte> bytes, Encoding encoding, CharsetReason why) =>
        new(encoding.GetString(bytes), CharsetNames.NameOf(encoding), why);

    // A claim that the bytes contradict is worth less than the bytes: many servers send a charset for every file they have.
    private static Encoding? Trusted(Encoding? claimed, ReadOnlySpan<byte> bytes)
    {
        if (claimed is null) return null;
        var utf8 = Utf8Evidence.Of(bytes);
        if (claimed.CodePage == CharsetNames.Utf8) return utf8.Contradicts ? null : claimed;
        return claimed.IsSingleByte && utf8.IsOverwhelming ? null : claimed;
    }

    // Only ASCII is left here, so the choice is one of names: HTML's default, or that of everything younger.
    private static Encoding Default(ReadOnlySpan<byte> bytes, string? contentType) =>
        ContentTypes.IsHtml(contentType) || DeclaredCharset.LooksLikeHtml(bytes) ? CharsetNames.Find("windows-1252")! : Encoding.UTF8;
}
