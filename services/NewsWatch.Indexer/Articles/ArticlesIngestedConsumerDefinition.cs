using MassTransit;
using NewsWatch.ServiceDefaults.Messaging;
using NewsWatch.Storage.Articles;

namespace NewsWatch.Indexer.Articles;

internal sealed class ArticlesIngestedConsumerDefinition : ConsumerDefinition<ArticlesIngestedConsumer>
{
    public ArticlesIngestedConsumerDefinition()
    {
        EndpointName = Queues.IndexerArticles;
        // The store gathers concurrent writes into one transaction or bulk request, so small batches must be allowed to meet there.
        ConcurrentMessageLimit = IArticleWriter.WritesAtOnce;
    }

    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpoint, IConsumerConfigurator<ArticlesIngestedConsumer> consumer, IRegistrationContext context)
    {
        endpoint.TakesArticles();
        endpoint.UseDefaultRetry<DocumentRejectedException>();
    }
}
