using System.Globalization;
using NewsWatch.Contracts;

namespace NewsWatch.Gateway.Explaining;

/// <summary>What became of an article.</summary>
public sealed record ArticleExplanation
{
    public required string Id { get; init; }

    /// <summary>The revision that the watches were tried on.</summary>
    public required int Revision { get; init; }

    public required string Title { get; init; }

    public string? Url { get; init; }

    public string? Source { get; init; }

    public string? Domain { get; init; }

    public DateTimeOffset? Published { get; init; }

    public required DateTimeOffset Seen { get; init; }

    /// <summary>The archive that holds it.</summary>
    public required string Stored { get; init; }

    public required IReadOnlyList<RevisionOutcome> Revisions { get; init; }

    public required IReadOnlyList<AlertOutcome> Alerts { get; init; }

    public required IReadOnlyList<WatchOutcome> Watches { get; init; }

    /// <summary>All of it as sentences.</summary>
    public required IReadOnlyList<string> Sentences { get; init; }

    public static ArticleExplanation Of(Article article, IReadOnlyList<RevisionOutcome> revisions, string store, IReadOnlyList<AlertRaised> alerts, IReadOnlyList<WatchOutcome> watches)
    {
        var raised = alerts.Select(AlertOutcome.Of).ToList();
        return new ArticleExplanation
        {
            Id = article.Id,
            Revision = article.Revision,
            Title = article.Title,
            Url = article.Url,
            Source = article.Source,
            Domain = article.Domain,
            Published = article.Published,
            Seen = article.Seen,
            Stored = store,
            Revisions = revisions,
            Alerts = raised,
            Watches = watches,
            Sentences = [Came(article), Kept(revisions, store), .. Raised(raised), .. watches.Where(w => w.Holds || w.Parts is not null || w.AlertId is not null).Select(w => w.Sentence)],
        };
    }

    internal static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    private static string Came(Article article)
    {
        var outlet = article.Source is null ? "an outlet without a name" : article.Domain is null || article.Domain == article.Source ? article.Source : $"{article.Source} ({article.Domain})";
        var published = article.Published is { } date ? $", published {Time(date)}" : "";
        return $"It was first seen {Time(article.Seen)}, from {outlet}{published}{(article.Url is null ? ", without an address" : $": {article.Url}")}.";
    }

    private static string Kept(IReadOnlyList<RevisionOutcome> revisions, string store) => revisions.Count == 1
        ? $"It is stored in {store}, in one revision."
        : $"It is stored in {store}, in {revisions.Count} revisions; the latest, {revisions[^1].Revision}, came {Time(revisions[^1].Revised)}.";

    private static IEnumerable<string> Raised(List<AlertOutcome> alerts) => alerts.Count == 0
        ? ["It raised no alert."]
        : alerts.Select(a => $"“{a.WatchName}” raised an alert on {a.Topic} for revision {a.Revision}, {Time(a.Raised)}.");
}

/// <summary>A revision that is kept.</summary>
public sealed record RevisionOutcome(int Revision, DateTimeOffset Revised, string Title);

/// <summary>An alert that the article raised.</summary>
public sealed record AlertOutcome(string Id, string WatchId, string WatchName, int WatchVersion, string Topic, int Revision, DateTimeOffset Raised)
{
    public static AlertOutcome Of(AlertRaised alert) =>
        new(alert.Id, alert.Watch.Id, alert.Watch.Name, alert.Watch.Version, alert.Topic, alert.Article.Revision, alert.Raised);
}
