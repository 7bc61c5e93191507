namespace NewsWatch.Ingestion.Text.Charsets;

/// <summary>Bytes made text, and what decided how.</summary>
/// <param name="Text">The text, without a byte order mark.</param>
/// <param name="Charset">IANA name, lower case.</param>
/// <param name="Why">What decided.</param>
public sealed record DecodedText(string Text, string Charset, CharsetReason Why);

/// <summary>What decided about a charset, strongest first.</summary>
public enum CharsetReason
{
    Bom,
    Header,
    Declaration,
    Detection,
    Default,
}
