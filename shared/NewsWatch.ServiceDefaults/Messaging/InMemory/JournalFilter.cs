using MassTransit;
using Microsoft.Extensions.Hosting;
using NewsWatch.ServiceDefaults.Messaging.InMemory.Journal;

namespace NewsWatch.ServiceDefaults.Messaging.InMemory;

/// <summary>Stands outside an endpoint's retries: notes in the journal that a message is finished, or puts it aside when it never will be.</summary>
internal sealed class JournalFilter(MessageJournal journal, ErrorFolder errors, IHostApplicationLifetime lifetime, string endpoint) : IFilter<ConsumeContext>
{
    /// <summary>Header that carries the message's number in the journal.</summary>
    public const string Header = "newswatch-journal";

    private readonly byte _bit = JournalEndpoints.BitOf(endpoint);

    public async Task Send(ConsumeContext context, IPipe<ConsumeContext> next)
    {
        try
        {
            await next.Send(context);
        }
        catch (Exception) when (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            // The next start has it from the journal.
            return;
        }
        catch (Exception e) when (!context.CancellationToken.IsCancellationRequested)
        {
            // A time-out of the consumer's own is a failure like any other.
            errors.PutAside(endpoint, context, e);
            Complete(context);
            throw;
        }

        Complete(context);
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("journal");

    private void Complete(ConsumeContext context)
    {
        if (context.Headers.Get<long>(Header) is { } sequence) journal.Complete(sequence, _bit);
    }
}
