using NewsWatch.Contracts;
using NewsWatch.Formats.Opml;
using NewsWatch.Storage.Catalogue;
using NewsWatch.Storage.Feeds;

namespace NewsWatch.Gateway.Feeds.Opml;

/// <summary><c>/api/feeds.opml</c>: the feeds as a subscription list, out and in.</summary>
internal static class SubscriptionListEndpoints
{
    private const int MostBytes = 16 * 1024 * 1024;

    public static void MapSubscriptionList(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/feeds.opml", ExportAsync).WithName("ExportFeeds").WithTags("Feeds")
            .WithSummary("All feeds as OPML, folders as outlines.").Produces(StatusCodes.Status200OK, contentType: "text/x-opml");
        routes.MapPost("/api/feeds.opml", ImportAsync).WithName("ImportFeeds").WithTags("Feeds").DisableAntiforgery()
            .WithSummary("Adds the feeds of an OPML list, as far as it can be read. The body is the list, or a form with the list as a file.")
            .Produces<ImportAnswer>().ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status413PayloadTooLarge);
    }

    private static async Task<IResult> ExportAsync(ICatalogueStore<Feed> store, IFeedStateStore states, TimeProvider clock, CancellationToken cancellationToken)
    {
        var feeds = await store.ListAsync(cancellationToken);
        var known = await states.GetAsync([.. feeds.Select(f => f.Id)], cancellationToken);
        using var list = new MemoryStream();
        OpmlWriter.Write(list, "NewsWatch", clock.GetUtcNow(), [.. feeds.Select(f => new OpmlFeed
        {
            Url = f.Url,
            Title = f.Title ?? known.GetValueOrDefault(f.Id)?.Title,
            Site = f.Site,
            Folder = f.Folder,
            Tag = f.Tag,
        })]);
        return Results.File(list.ToArray(), "text/x-opml; charset=utf-8", "newswatch-feeds.opml");
    }

    private static async Task<IResult> ImportAsync(HttpRequest request, FeedImport import, CancellationToken cancellationToken)
    {
        // Forms cross sites without asking, JSON does not; a page that somebody visits must not add feeds here.
        if (request.Headers["Sec-Fetch-Site"] == "cross-site") return Results.Problem(statusCode: StatusCodes.Status403Forbidden, detail: "A page of another site may not add feeds.");
        using var body = new MemoryStream();
        await using (var upload = await UploadAsync(request, cancellationToken))
        {
            var buffer = new byte[65_536];
            while (await upload.ReadAsync(buffer, cancellationToken) is > 0 and var read)
            {
                if (body.Length + read > MostBytes)
                    return Results.Problem(statusCode: StatusCodes.Status413PayloadTooLarge, detail: $"The list is larger than {MostBytes:N0} bytes: split it.");
                body.Write(buffer, 0, read);
            }
        }

        try
        {
            return Results.Ok(await import.RunAsync(OpmlReader.Read(body.ToArray()), cancellationToken));
        }
        catch (OpmlException e)
        {
            return ApiProblems.Bad(e.Message);
        }
    }

    private static async Task<Stream> UploadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!request.HasFormContentType) return request.Body;
        var form = await request.ReadFormAsync(cancellationToken);
        return form.Files.Count > 0 ? form.Files[0].OpenReadStream() : throw new FormatException("The form holds no file; send the OPML list as a file, or as the body.");
    }
}
