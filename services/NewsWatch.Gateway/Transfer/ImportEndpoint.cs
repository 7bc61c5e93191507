namespace NewsWatch.Gateway.Transfer;

/// <summary><c>POST /api/import</c>: lines of an export. Sending the same again changes nothing.</summary>
internal static class ImportEndpoint
{
    public static void MapImport(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/import", ImportAsync).WithName("ImportArchive").WithTags("Move")
            .WithSummary("Takes lines of an export: {\"article\": …}, {\"alert\": …}, {\"fragment\": …}, {\"watch\": …}, {\"feed\": …}. Answered when the broker has confirmed; raises no alerts.")
            .Accepts<ImportLine>("application/jsonl", "application/x-ndjson", "application/json")
            .Produces<TransferAnswer>();

    private static async Task<IResult> ImportAsync(HttpRequest request, ArchiveImport archive, CatalogueImport catalogue, CancellationToken cancellationToken)
    {
        var rejected = new List<RejectedLine>();
        var lines = new List<NumberedLine>();
        await foreach (var (number, text) in LinesAsync(request, cancellationToken))
        {
            var line = ImportLine.Read(text, out var problem);
            if (line is not null) lines.Add(new(number, line));
            else rejected.Add(new(number, problem));
        }

        List<Contracts.Article> articles = [.. lines.Select(l => l.Line.Article).OfType<Contracts.Article>()];
        List<Contracts.AlertRaised> alerts = [.. lines.Select(l => l.Line.Alert).OfType<Contracts.AlertRaised>()];
        await archive.PublishAsync(articles, alerts, cancellationToken);
        var added = await catalogue.AddAsync(lines, cancellationToken);
        return Results.Ok(new TransferAnswer(articles.Count, alerts.Count, added.Fragments, added.Watches, added.Feeds, [.. rejected.Concat(added.Rejected).OrderBy(r => r.Line)]));
    }

    private static async IAsyncEnumerable<(int Number, string Text)> LinesAsync(HttpRequest request, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(request.Body);
        for (var number = 1; await reader.ReadLineAsync(cancellationToken) is { } line; number++)
        {
            if (!string.IsNullOrWhiteSpace(line)) yield return (number, line);
        }
    }
}

/// <summary>What became of the lines; articles count revisions. A server that knew no fragments says nothing of them.</summary>
public sealed record TransferAnswer(int Articles, int Alerts, CatalogueCounts? Fragments, CatalogueCounts Watches, CatalogueCounts Feeds, IReadOnlyList<RejectedLine> Rejected);

/// <summary>Fragments, watches or feeds: added, there already and the same, or there already and different, which are left as they are.</summary>
public sealed record CatalogueCounts(int Added, int Present, IReadOnlyList<string> Different);

/// <summary>A line that was not taken, counted from 1, and why.</summary>
public sealed record RejectedLine(int Line, string Error);
