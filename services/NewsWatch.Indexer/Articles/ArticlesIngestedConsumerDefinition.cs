using MassTransit;
using NewsWatch.ServiceDefaults.Messaging;

namespace NewsWatch.Indexer.Articles;

internal sealed class ArticlesIngestedConsumerDefinition : ConsumerDefinition<ArticlesIngestedConsumer>
{
    public ArticlesIngestedConsumerDefinition()
    {
        EndpointName = Queues.IndexerArticles;
        // The store gathers concurrent writes into one transaction or bulk request, so small batches must be allowed to meet there.
        ConcurrentMessageLimit = 16;
    }

    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpoint, IConsumerConfigurator<ArticlesIngestedConsumer> consumer, IRegistrationContext context)
    {
        endpoint.TakesArticles();
        endpoint.UseDefaultRetry<DocumentRejectedException>();
    }
}
