using System.Diagnostics;
using NewsWatch.Contracts;
using NewsWatch.ServiceDefaults.Telemetry;
using NewsWatch.Storage.Articles;

namespace NewsWatch.Indexer.Articles;

/// <summary>One span an article in the article's own trace, so that a trace shows when the article was stored, whatever batch it travelled in.</summary>
internal static class ArticleSpans
{
    public static IReadOnlyList<Activity?> Start(IReadOnlyList<IngestedArticle> batch)
    {
        if (!IndexerTelemetry.Source.HasListeners()) return [];
        var around = Activity.Current;
        var spans = batch.Select(Start).ToList();
        Activity.Current = around;
        return spans;
    }

    public static void End(IReadOnlyList<Activity?> spans, IReadOnlyList<WriteOutcome> outcomes)
    {
        for (var i = 0; i < spans.Count; i++)
        {
            spans[i]?.SetTag("newswatch.outcome", outcomes[i].Result.ToString().ToLowerInvariant());
            if (outcomes[i].Reason is { } reason) spans[i]?.SetStatus(ActivityStatusCode.Error, reason);
            spans[i]?.Dispose();
        }
    }

    private static Activity? Start(IngestedArticle article)
    {
        var parent = TraceContext.Parse(article.TraceParent, article.TraceState);
        if (parent == default) return null;
        var span = IndexerTelemetry.Source.StartActivity("article index", ActivityKind.Internal, parent);
        span?.SetTag("newswatch.article.id", article.Article.Id).SetTag("newswatch.article.revision", article.Article.Revision);
        return span;
    }
}
