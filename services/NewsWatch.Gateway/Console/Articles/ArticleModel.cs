using NewsWatch.Contracts;
using NewsWatch.Matching.Language;
using NewsWatch.Matching.Language.Fragments;
using NewsWatch.Matching.Watches.Explaining;
using NewsWatch.Storage.Articles;

namespace NewsWatch.Gateway.Console.Articles;

/// <summary>One revision of an article with everything that is known about it.</summary>
public sealed record ArticleModel
{
    /// <summary>More numbers than these would not be read.</summary>
    private const int MostRevisions = 50;

    public required Article Article { get; init; }

    /// <summary>Number of the latest revision.</summary>
    public required int Latest { get; init; }

    /// <summary>The alerts of this revision, in the order they were raised.</summary>
    public required IReadOnlyList<AlertRaised> Alerts { get; init; }

    /// <summary>The alert that led here, if one did.</summary>
    public AlertRaised? Chosen { get; init; }

    /// <summary>Why each alert's watch held, in the same order; <see langword="null"/> where its query cannot be read any more.</summary>
    public required IReadOnlyList<Explanation?> Reasons { get; init; }

    public required IReadOnlyList<IReadOnlyList<PlacedPiece>> Title { get; init; }

    public required IReadOnlyList<IReadOnlyList<PlacedPiece>> Summary { get; init; }

    public required IReadOnlyList<IReadOnlyList<PlacedPiece>> Body { get; init; }

    /// <summary>How many places are marked.</summary>
    public required int Marks { get; init; }

    /// <summary>What changed since the revision before; <see langword="null"/> for the first, and where that one is no longer kept.</summary>
    public IReadOnlyList<FieldChange>? Changes { get; init; }

    public IReadOnlyList<string> WatchNames => [.. Alerts.Select(a => a.Watch.Name)];

    public IEnumerable<int> Revisions => Enumerable.Range(Math.Max(1, Latest - MostRevisions + 1), Math.Min(Latest, MostRevisions));

    public static ArticleModel Of(Article article, int latest, IReadOnlyList<AlertRaised> alerts, string? chosen, Article? before, IFragmentSource fragments)
    {
        var here = alerts.Where(a => a.Article.Revision == article.Revision).OrderBy(a => a.Raised).ToList();
        var places = here.SelectMany((alert, watch) => alert.Matches.Select(m => (m.Field, m.Start, m.Length, Watch: watch))).ToLookup(m => m.Field, m => (m.Start, m.Length, m.Watch));
        var marks = new MarkedPlaces();
        var (title, summary, body) = (marks.Paragraphs(article.Title, [.. places["title"]]), marks.Paragraphs(article.Summary, [.. places["summary"]]), marks.Paragraphs(article.Body, [.. places["body"]]));
        return new ArticleModel
        {
            Article = article,
            Latest = latest,
            Alerts = here,
            Chosen = here.Find(a => a.Id == chosen),
            Reasons = [.. here.Select(alert => Reason(alert, article, fragments))],
            Title = title,
            Summary = summary,
            Body = body,
            Marks = marks.Count,
            Changes = before is null ? null : RevisionDiff.Between(before, article),
        };
    }

    private static Explanation? Reason(AlertRaised alert, Article article, IFragmentSource fragments)
    {
        try
        {
            return WatchExplainer.Explain(WatchQuery.Parse(alert.Watch.Query, fragments), ArticleDocument.Of(article));
        }
        catch (QuerySyntaxException)
        {
            // The language has changed since, or the query refers to a fragment that is gone.
            return null;
        }
    }
}
