using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;
using NewsWatch.Contracts;
using NewsWatch.Storage.Alerts;

namespace NewsWatch.Gateway.Atom;

/// <summary><c>GET /alerts.atom</c>: the latest alerts for any feed reader.</summary>
internal static class AlertFeedEndpoint
{
    private const int Entries = 50;

    public static void MapAlertFeed(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/alerts.atom", GetAsync).WithName("AlertsAtom").WithTags("Alerts")
            .WithSummary("The latest alerts as an Atom feed; 'topic' takes AMQP patterns.")
            .Produces(StatusCodes.Status200OK, contentType: "application/atom+xml");

    private static async Task<IResult> GetAsync(HttpRequest request, string? topic, IAlertSearch archive, TimeProvider clock, CancellationToken cancellationToken)
    {
        var pattern = TopicPattern.Parse(topic);
        var page = await archive.ListAsync(new AlertQuery { Topic = pattern, Limit = Entries }, cancellationToken);
        var site = new Uri($"{request.Scheme}://{request.Host}{request.PathBase}/");
        var self = new Uri(site, $"alerts.atom{request.QueryString}");
        var feed = new SyndicationFeed(pattern.ToString() == "#" ? "NewsWatch alerts" : $"NewsWatch alerts: {pattern}", "Articles that a watch holds for", site)
        {
            Id = $"urn:newswatch:alerts:{pattern}",
            LastUpdatedTime = page.Items.Count > 0 ? page.Items[0].Raised : clock.GetUtcNow(),
            Items = page.Items.Select(alert => AlertEntry.Create(alert, site)),
        };
        feed.Links.Add(SyndicationLink.CreateSelfLink(self, "application/atom+xml"));
        feed.Authors.Add(new SyndicationPerson { Name = "NewsWatch" });
        return Results.Bytes(Write(feed), "application/atom+xml; charset=utf-8");
    }

    private static byte[] Write(SyndicationFeed feed)
    {
        using var stream = new MemoryStream();
        // Texts were cleaned when they came in; a character that XML cannot hold would still not take the whole feed down.
        using (var writer = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), CheckCharacters = false, Indent = true }))
            feed.GetAtom10Formatter().WriteTo(writer);
        return stream.ToArray();
    }
}
