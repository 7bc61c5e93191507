using NewsWatch.ServiceDefaults.Messaging.Errors;
using NewsWatch.ServiceDefaults.Messaging.InMemory.Journal;

namespace NewsWatch.ServiceDefaults.Messaging.InMemory;

/// <summary>What the journal knows: every message that some endpoint has not finished.</summary>
internal sealed class InMemoryState(MessageJournal journal, ErrorFolder errors) : IBrokerState
{
    public string Name => "In memory";

    public Task<IReadOnlyList<QueueState>> QueuesAsync(CancellationToken cancellationToken = default) =>
        Task.FromResult<IReadOnlyList<QueueState>>([.. Queues.Durable.Select(name => new QueueState(name, journal.Waiting(JournalEndpoints.BitOf(name)), 1, errors.Files(name).Count()))]);
}
