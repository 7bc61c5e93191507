using NewsWatch.Cli.Inspect.Sources;
using NewsWatch.Formats.Text.Charsets;

namespace NewsWatch.Cli.Inspect;

/// <summary><c>inspect bytes</c>: how a document is decoded, and why so.</summary>
internal sealed class InspectBytes(IDocumentSource source, string? contentType = null) : InspectCommand(source)
{
    protected override InspectLine Inspect(string argument, InspectedDocument document)
    {
        var decoded = CharsetDecoder.Decode(document.Bytes, contentType ?? document.ContentType);
        return new BytesLine { Input = argument, Charset = decoded.Charset, Why = decoded.Why, Text = decoded.Text };
    }

    protected override InspectLine Failed(string argument, string error) => new BytesLine { Input = argument, Error = error };
}

internal sealed record BytesLine : InspectLine
{
    public string? Charset { get; init; }

    public CharsetReason? Why { get; init; }

    public string? Text { get; init; }
}
