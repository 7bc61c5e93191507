using System.Net;
using System.ServiceModel.Syndication;
using System.Text;
using NewsWatch.Contracts;

namespace NewsWatch.Gateway.Atom;

/// <summary>An alert as a feed entry: its title is the article's, its content the sentences with the phrase marked.</summary>
internal static class AlertEntry
{
    public static SyndicationItem Create(AlertRaised alert, Uri site)
    {
        var item = new SyndicationItem
        {
            Id = $"urn:newswatch:alert:{alert.Id}",
            Title = new TextSyndicationContent(PrintableText.Of($"{alert.Watch.Name}: {alert.Article.Title}")),
            PublishDate = alert.Raised,
            LastUpdatedTime = alert.Raised,
            Content = new TextSyndicationContent(PrintableText.Of(Sentences(alert)), TextSyndicationContentKind.Html),
        };
        item.Links.Add(SyndicationLink.CreateAlternateLink(LinkOf(alert, site)));
        item.Categories.Add(new SyndicationCategory(alert.Topic));
        if (alert.Article.Source is { } source) item.Authors.Add(new SyndicationPerson { Name = PrintableText.Of(source) });
        return item;
    }

    private static Uri LinkOf(AlertRaised alert, Uri site) =>
        Uri.TryCreate(alert.Article.Url, UriKind.Absolute, out var url) ? url : new Uri(site, $"api/articles/{alert.Article.Id}");

    private static string Sentences(AlertRaised alert)
    {
        var html = new StringBuilder();
        foreach (var sentence in alert.Matches.GroupBy(m => (m.Field, m.SentenceStart)).Take(5))
        {
            html.Append("<p>");
            var at = 0;
            foreach (var match in sentence.OrderBy(m => m.Start))
            {
                var start = match.Start - match.SentenceStart;
                if (start < at || start + match.Length > match.Sentence.Length) continue;
                html.Append(WebUtility.HtmlEncode(match.Sentence[at..start])).Append("<mark>").Append(WebUtility.HtmlEncode(match.Text)).Append("</mark>");
                at = start + match.Length;
            }

            html.Append(WebUtility.HtmlEncode(sentence.First().Sentence[at..])).Append("</p>");
        }

        return html.ToString();
    }
}
