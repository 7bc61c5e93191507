using Spectre.Console.Cli;

namespace NewsWatch.Cli.Inspect.Commands;

/// <summary>An inspection that writes a line for each input; 1 when any could not be read.</summary>
internal abstract class DocumentCommand<TSettings> : AsyncCommand<TSettings>
    where TSettings : DocumentSettings
{
    public sealed override async Task<int> ExecuteAsync(CommandContext context, TSettings settings, CancellationToken cancellationToken)
    {
        using var sources = new InspectionSources();
        await using var output = InspectionSources.Output();
        return await Create(settings, sources).RunAsync(settings.Inputs, output, cancellationToken) == 0 ? ExitCode.Ok : ExitCode.Failed;
    }

    protected abstract InspectCommand Create(TSettings settings, InspectionSources sources);
}

internal sealed class InspectFeedCommand : DocumentCommand<TypedDocumentSettings>
{
    protected override InspectCommand Create(TypedDocumentSettings settings, InspectionSources sources) => new InspectFeed(sources.Web, sources.Language, settings.Url, settings.ContentType);
}

internal sealed class InspectPageCommand : DocumentCommand<LinkedDocumentSettings>
{
    protected override InspectCommand Create(LinkedDocumentSettings settings, InspectionSources sources) => new InspectPage(sources.Web, sources.Language, settings.Url);
}

internal sealed class InspectOpmlCommand : DocumentCommand<DocumentSettings>
{
    protected override InspectCommand Create(DocumentSettings settings, InspectionSources sources) => new InspectOpml(sources.Files);
}

internal sealed class InspectSitemapCommand : DocumentCommand<LinkedDocumentSettings>
{
    protected override InspectCommand Create(LinkedDocumentSettings settings, InspectionSources sources) => new InspectSitemap(sources.Files, settings.Url);
}

internal sealed class InspectBytesCommand : DocumentCommand<TypedDocumentSettings>
{
    protected override InspectCommand Create(TypedDocumentSettings settings, InspectionSources sources) => new InspectBytes(sources.Files, settings.ContentType);
}

internal sealed class InspectHtmlCommand : DocumentCommand<DocumentSettings>
{
    protected override InspectCommand Create(DocumentSettings settings, InspectionSources sources) => new InspectHtml(sources.Files);
}
