using System.Diagnostics;
using MassTransit;
using NewsWatch.Contracts;
using NewsWatch.Indexer.Alerts;
using NewsWatch.ServiceDefaults.Messaging;
using NewsWatch.ServiceDefaults.Telemetry;
using NewsWatch.Storage.Articles;

namespace NewsWatch.Indexer.Articles;

/// <summary>Stores a batch. What the archive refuses goes back alone, so that it ends in the error queue without the rest.</summary>
internal sealed class ArticlesIngestedConsumer(IArticleWriter archive, ImportedAlerts imported, StoreWait wait, IBatchSplitter splitter, ILogger<ArticlesIngestedConsumer> logger) : IConsumer<ArticlesIngested>
{
    public async Task Consume(ConsumeContext<ArticlesIngested> context)
    {
        if (context.Message.Articles.Count > 0) await StoreAsync(context, context.Message.Articles);
        await imported.StoreAsync(context);
    }

    private async Task StoreAsync(ConsumeContext<ArticlesIngested> context, IReadOnlyList<IngestedArticle> batch)
    {
        using var activity = IndexerTelemetry.Source.StartActivity(
            "articles index", ActivityKind.Internal, default(ActivityContext), links: TraceContext.Links(batch.Select(a => (a.TraceParent, a.TraceState))));
        var spans = ArticleSpans.Start(batch);
        var outcomes = await wait.ForAsync(token => archive.WriteAsync([.. batch.Select(a => a.Article)], token), context.CancellationToken);
        ArticleSpans.End(spans, outcomes);
        IndexerTelemetry.CountArticles(outcomes);
        for (var i = 0; i < batch.Count; i++)
        {
            if (outcomes[i].Result == WriteResult.Rejected) await RejectAsync(context, batch[i], outcomes[i].Reason ?? "no reason given");
        }
    }

    private Task RejectAsync(ConsumeContext<ArticlesIngested> context, IngestedArticle article, string reason)
    {
        logger.DocumentRefused("article", article.Article.Id, reason);
        return splitter.SetAsideAsync(context, article, new DocumentRejectedException(reason));
    }
}
