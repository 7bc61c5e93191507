using MassTransit;
using MassTransit.Configuration;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NewsWatch.ServiceDefaults.Messaging.Errors;
using NewsWatch.ServiceDefaults.Messaging.InMemory.Journal;

namespace NewsWatch.ServiceDefaults.Messaging.InMemory;

internal static class InMemoryBus
{
    public static void UseInMemoryBus(this IBusRegistrationConfigurator bus)
    {
        bus.AddConfigureEndpointsCallback((context, name, endpoint) =>
        {
            // In front of all others: what is merely added stands behind the retries, and would put a message aside at each of them.
            if (JournalEndpoints.KeeperOf(name) == MessageKeeper.Journal)
                endpoint.AddPrePipeSpecification(new FilterPipeSpecification<ConsumeContext>(ActivatorUtilities.CreateInstance<JournalFilter>(context, name)));
        });
        bus.UsingInMemory((context, memory) =>
        {
            memory.PrefetchCount = context.GetRequiredService<IOptions<BusOptions>>().Value.PrefetchCount;
            memory.ConfigureJsonSerializerOptions(BusJson.Configure);
            memory.ConfigureEndpoints(context);
        });
    }

    public static void AddInMemoryMessaging(this IServiceCollection services)
    {
        services.AddSingleton(provider => new MessageJournal(DataFolder(provider, "journal"), provider.GetRequiredService<ILogger<MessageJournal>>()));
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<ErrorFolder>(provider, DataFolder(provider, "errors")));
        services.AddSingleton<BusStart>();
        services.AddSingleton<JournalledPublisher>();
        services.AddSingleton<IArticlePublisher>(provider => provider.GetRequiredService<JournalledPublisher>());
        services.AddSingleton<IAlertPublisher>(provider => provider.GetRequiredService<JournalledPublisher>());
        services.AddSingleton<IBatchSplitter, InMemoryBatchSplitter>();
        services.AddSingleton<JournalSender>();
        services.AddSingleton<IBrokerState, InMemoryState>();
        services.AddSingleton<IErrorQueues, InMemoryErrorQueues>();
        services.AddHostedService<JournalReplayService>();
    }

    private static string DataFolder(IServiceProvider provider, string name) =>
        Path.Combine(provider.GetRequiredService<IConfiguration>()["NewsWatch:Data"] ?? "data", name);
}
