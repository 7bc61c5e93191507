using System.ComponentModel;
using Spectre.Console.Cli;

namespace NewsWatch.Cli.Inspect.Commands;

/// <summary>Documents to look at.</summary>
internal class DocumentSettings : CommandSettings
{
    [CommandArgument(0, "<INPUT>")]
    [Description("Files, - for standard input, or http(s) addresses where the kind of document is found on the web")]
    public required string[] Inputs { get; init; }

    [CommandOption("--json")]
    [Description("Output is always JSON, one object a line; accepted so that scripts can say so everywhere")]
    public bool Json { get; init; }
}

/// <summary>Documents whose links may need a base.</summary>
internal class LinkedDocumentSettings : DocumentSettings
{
    [CommandOption("--url <BASE>")]
    [Description("The address that links are resolved against")]
    public string? Url { get; init; }
}

/// <summary>Documents that a server would send with a content type.</summary>
internal class TypedDocumentSettings : LinkedDocumentSettings
{
    [CommandOption("--content-type <TYPE>")]
    [Description("The content type that a server would have sent")]
    public string? ContentType { get; init; }
}
