using NewsWatch.Contracts;
using NewsWatch.Matching.Language;
using NewsWatch.Matching.Language.Fragments;
using NewsWatch.Matching.Watches.Explaining;
using NewsWatch.Storage.Articles;

namespace NewsWatch.Gateway.Explaining;

/// <summary>Whether a watch, as it is now, holds for the article, and why.</summary>
public sealed record WatchOutcome
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string Topic { get; init; }

    public required bool Enabled { get; init; }

    public required bool Holds { get; init; }

    /// <summary>Why it holds or does not.</summary>
    public required string Why { get; init; }

    /// <summary>The alert that it raised for this revision.</summary>
    public string? AlertId { get; init; }

    /// <summary>All of it as a sentence.</summary>
    public required string Sentence { get; init; }

    /// <summary>Its parts, where this one watch was asked about.</summary>
    public PartOutcome? Parts { get; init; }

    public static WatchOutcome Of(Watch watch, IFragmentSource fragments, Article article, IReadOnlyList<AlertRaised> alerts, bool withParts)
    {
        var (explanation, unread) = Explain(watch, fragments, article);
        var (holds, why) = (explanation?.Holds ?? false, explanation?.Why ?? $"Its query cannot be read any more: {unread}");
        var alert = alerts.FirstOrDefault(a => a.Watch.Id == watch.Id && a.Article.Revision == article.Revision);
        return new WatchOutcome
        {
            Id = watch.Id,
            Name = watch.Name,
            Topic = watch.Topic,
            Enabled = watch.Enabled,
            Holds = holds,
            Why = why,
            AlertId = alert?.Id,
            Sentence = $"“{watch.Name}” {(holds ? "holds" : "does not hold")}: {why}{Difference(watch, article, holds, alert)}",
            Parts = withParts && explanation is not null ? PartOutcome.Of(explanation) : null,
        };
    }

    /// <summary>One watch that cannot be read, because a fragment is missing or the language has changed, must not hide what became of the others.</summary>
    private static (Explanation? Explanation, string? Unread) Explain(Watch watch, IFragmentSource fragments, Article article)
    {
        try
        {
            return (WatchExplainer.Explain(WatchQuery.Parse(watch.Query, fragments), ArticleDocument.Of(article)), null);
        }
        catch (QuerySyntaxException e)
        {
            return (null, e.Message);
        }
    }

    /// <summary>Why there is no alert though the watch holds, or one though it does not.</summary>
    private static string Difference(Watch watch, Article article, bool holds, AlertRaised? alert)
    {
        if (holds == (alert is not null)) return "";
        if (alert is not null) return $" Its alert was raised by version {alert.Watch.Version} of the watch, whose query was: {alert.Watch.Query}";
        if (!watch.Enabled) return " There is no alert: the watch is paused.";
        return watch.Updated > article.Revised
            ? $" There is no alert: the watch was added or changed {ArticleExplanation.Time(watch.Updated)}, after this revision came."
            : " There is no alert: the article came as old material (by an import or a backfill), the watch was paused then, or the alert is still on its way.";
    }
}

/// <summary>A part of a query: whether it holds, and why.</summary>
public sealed record PartOutcome(string Part, string Words, bool Holds, string Why, IReadOnlyList<PartOutcome> Parts)
{
    public static PartOutcome Of(Explanation explanation) =>
        new(explanation.Part, explanation.Words, explanation.Holds, explanation.Why, [.. explanation.Parts.Select(Of)]);
}
