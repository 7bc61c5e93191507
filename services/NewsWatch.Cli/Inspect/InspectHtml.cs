using NewsWatch.Cli.Inspect.Sources;
using NewsWatch.Formats.Text.Charsets;
using NewsWatch.Formats.Text.Html;

namespace NewsWatch.Cli.Inspect;

/// <summary><c>inspect html</c>: HTML as anything would show it.</summary>
internal sealed class InspectHtml(IDocumentSource source) : InspectCommand(source)
{
    protected override InspectLine Inspect(string argument, InspectedDocument document) =>
        new HtmlLine { Input = argument, Html = SafeHtml.Of(CharsetDecoder.Decode(document.Bytes, document.ContentType).Text) };

    protected override InspectLine Failed(string argument, string error) => new HtmlLine { Input = argument, Error = error };
}

internal sealed record HtmlLine : InspectLine
{
    public string? Html { get; init; }
}
