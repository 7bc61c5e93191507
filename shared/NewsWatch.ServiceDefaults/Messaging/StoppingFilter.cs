using MassTransit;
using Microsoft.Extensions.Hosting;

namespace NewsWatch.ServiceDefaults.Messaging;

/// <summary>
/// Once the process was told to stop, what fails does so because of that: its services go, its waits are broken off. Such a message is given back and
/// not put aside; and none is begun any more, since nothing would break off its waits.
/// </summary>
/// <remarks>
/// A broker gets back what ends with <see cref="OperationCanceledException"/> of the context's own token; any other end is a fault of the message. In
/// memory there is nobody to give it back to: the journal has it still, and the log need not tell of each.
/// </remarks>
/// <param name="lifetime">Of the process.</param>
/// <param name="isJournalled">Whether a journal keeps what was not finished.</param>
internal sealed class StoppingFilter(IHostApplicationLifetime lifetime, bool isJournalled) : IFilter<ConsumeContext>
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(0.5);

    public async Task Send(ConsumeContext context, IPipe<ConsumeContext> next)
    {
        if (IsStopping)
        {
            // A broker sends back at once what it gets back.
            if (!isJournalled) await Task.Delay(Pause, context.CancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            GiveBack(context, null);
            return;
        }

        try
        {
            await next.Send(context);
        }
        catch (Exception e) when (IsStopping)
        {
            GiveBack(context, e);
        }
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("stopping");

    private bool IsStopping => lifetime.ApplicationStopping.IsCancellationRequested;

    private void GiveBack(ConsumeContext context, Exception? why)
    {
        if (!isJournalled) throw new OperationCanceledException("The process is stopping.", why, context.CancellationToken);
    }
}
