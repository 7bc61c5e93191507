using NewsWatch.Cli.Inspect.Sources;
using NewsWatch.Formats.Pages;

namespace NewsWatch.Cli.Inspect;

/// <summary><c>inspect page</c>: the article that a web page is read as.</summary>
internal sealed class InspectPage(IDocumentSource source, ILanguageSource language, string? baseUrl = null) : InspectCommand(source)
{
    protected override InspectLine Inspect(string argument, InspectedDocument document)
    {
        var page = PageReader.Read(document.Bytes, document.ContentType, baseUrl ?? document.Url);
        return new PageLine
        {
            Input = argument,
            Title = page.Title,
            Body = page.Body,
            Author = page.Author,
            Published = page.Published,
            Lang = page.Lang ?? language.Detect($"{page.Title}\n{page.Body}"),
            Canonical = page.Canonical,
            Image = page.Image,
        };
    }

    protected override InspectLine Failed(string argument, string error) => new PageLine { Input = argument, Error = error };
}

internal sealed record PageLine : InspectLine
{
    public string? Title { get; init; }

    public string? Body { get; init; }

    public IReadOnlyList<string> Author { get; init; } = [];

    public DateTimeOffset? Published { get; init; }

    public string? Lang { get; init; }

    public string? Canonical { get; init; }

    public string? Image { get; init; }
}
