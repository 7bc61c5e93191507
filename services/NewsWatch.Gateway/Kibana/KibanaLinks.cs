using System.Globalization;
using Microsoft.Extensions.Options;
using NewsWatch.Contracts;
using NewsWatch.Storage.Articles;
using NewsWatch.Storage.Kibana;

namespace NewsWatch.Gateway.Kibana;

/// <summary>Addresses in Kibana that show what NewsWatch shows; <see langword="null"/> where no Kibana is configured or KQL cannot say it.</summary>
/// <remarks>They open the Discover sessions of <c>deploy/kibana/newswatch.ndjson</c>, which know their data view and columns whatever Kibana's version.</remarks>
internal sealed class KibanaLinks(IOptions<KibanaOptions> options)
{
    private const string Articles = "newswatch-search-latest";
    private const string Alerts = "newswatch-search-alerts";
    private readonly string? _kibana = string.IsNullOrWhiteSpace(options.Value.KibanaUrl) ? null : options.Value.KibanaUrl.Trim().TrimEnd('/');

    /// <summary>Whether there is a Kibana.</summary>
    public bool IsConfigured => _kibana is not null;

    /// <summary>The dashboard of articles.</summary>
    public string? ArticleDashboard => _kibana is null ? null : _kibana + "/app/dashboards#/view/newswatch-dashboard";

    /// <summary>The dashboard of alerts.</summary>
    public string? AlertDashboard => _kibana is null ? null : _kibana + "/app/dashboards#/view/newswatch-dashboard-alerts";

    /// <summary>What a search finds, in Discover, with what KQL says otherwise.</summary>
    public KibanaSearch? Search(ArticleQuery query)
    {
        if (_kibana is null) return null;
        var said = query.Query is null ? new QueryTranslation("", true) : QueryTranslation.ToKql(query.Query);
        var clauses = new List<string>();
        if (said.Text.Length > 0) clauses.Add(said.Text);
        if (query.Source is not null) clauses.Add($"source : {KqlText.Quote(query.Source)}");
        if (query.Lang is not null) clauses.Add($"lang : {KqlText.Quote(query.Lang)}");
        var differs = new List<string>(said.Reasons);
        if (query.Source is not null) differs.Add("source: KQL also finds outlets whose names hold the words and others.");
        if (query.Topic is not null) differs.Add("topic: alerts are another data view in Kibana; open the alerts instead.");
        var kql = clauses.Count == 1 ? clauses[0] : string.Join(" and ", clauses.Select(c => $"({c})"));
        return new KibanaSearch(Discover(Articles, kql, query.From, query.To), kql, differs);
    }

    /// <summary>One article, in Discover.</summary>
    public string? Article(string id) => _kibana is null ? null : Discover(Articles, $"id : {KqlText.Quote(id)}", null, null);

    /// <summary>The alerts about an article.</summary>
    public string? AlertsOf(string article) => _kibana is null ? null : Discover(Alerts, $"article : {KqlText.Quote(article)}", null, null);

    /// <summary>The alerts of a watch.</summary>
    public string? AlertsOfWatch(string watch) => _kibana is null ? null : Discover(Alerts, $"watch.id : {KqlText.Quote(watch)}", null, null);

    /// <summary>The alerts on topics.</summary>
    public string? AlertsOn(TopicPattern topic) => _kibana is null || KqlText.Topic(topic) is not { } kql ? null : Discover(Alerts, kql, null, null);

    // Kibana opens on the last quarter of an hour unless the address says otherwise.
    private string Discover(string session, string kql, DateTimeOffset? from, DateTimeOffset? to) =>
        $"{_kibana}/app/discover#/view/{session}?_g=(time:(from:{Time(from, "now-20y")},to:{Time(to, "now")}))&_a=(query:(language:kuery,query:{Rison.Text(kql)}))";

    private static string Time(DateTimeOffset? time, string otherwise) =>
        time is { } at ? Rison.Text(at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture)) : otherwise;
}

/// <summary>A search in Kibana.</summary>
/// <param name="Url">Its address.</param>
/// <param name="Query">What stands in the search bar there.</param>
/// <param name="Differs">What Kibana cannot say or understands otherwise, as sentences; empty where both find the same.</param>
public sealed record KibanaSearch(string Url, string Query, IReadOnlyList<string> Differs);
