namespace NewsWatch.Formats.Text.Charsets;

/// <summary>Bytes made text, and what decided how.</summary>
/// <param name="Text">The text, without a byte order mark.</param>
/// <param name="Charset">IANA name, lower case.</param>
/// <param name="Why">What decided.</param>
public sealed record DecodedText(string Text, string Charset, CharsetReason Why);

/// <summary>What decided about a charset, strongest first.</summary>
public enum CharsetReason
{
    /// <summary>The byte order mark.</summary>
    Bom,

    /// <summary>The HTTP header.</summary>
    Header,

    /// <summary>What the document says of itself.</summary>
    Declaration,

    /// <summary>The bytes themselves.</summary>
    Detection,

    /// <summary>Nothing; the fallback was taken.</summary>
    Default,
}
