using NewsWatch.Cli.Inspect.Sources;
using NewsWatch.Formats.Opml;

namespace NewsWatch.Cli.Inspect;

/// <summary><c>inspect opml</c>: the feeds of a subscription list, and what was wrong with it.</summary>
internal sealed class InspectOpml(IDocumentSource source) : InspectCommand(source)
{
    protected override InspectLine Inspect(string argument, InspectedDocument document)
    {
        var list = OpmlReader.Read(document.Bytes);
        return new OpmlLine { Input = argument, Title = list.Title, Feeds = list.Feeds, Lists = list.Lists, Errors = list.Errors };
    }

    protected override InspectLine Failed(string argument, string error) => new OpmlLine { Input = argument, Error = error };
}

internal sealed record OpmlLine : InspectLine
{
    public string? Title { get; init; }

    public IReadOnlyList<OpmlFeed> Feeds { get; init; } = [];

    public IReadOnlyList<OpmlList> Lists { get; init; } = [];

    public IReadOnlyList<OpmlError> Errors { get; init; } = [];
}
