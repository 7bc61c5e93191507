using MassTransit;
using Microsoft.Extensions.Hosting;

namespace NewsWatch.ServiceDefaults.Messaging;

/// <summary>
/// Once the process was told to stop, what fails does so because of that: its services go, its waits are broken off. Such a message is given back and
/// not put aside; and none is begun any more, since nothing would break off its waits.
/// </summary>
/// <remarks>
/// A message is given back by ending with <see cref="OperationCanceledException"/> of the context's own token; any other end is a fault of the message.
/// </remarks>
/// <param name="lifetime">Of the process.</param>
/// <param name="keeper">Who has what was not finished.</param>
internal sealed class StoppingFilter(IHostApplicationLifetime lifetime, MessageKeeper keeper) : IFilter<ConsumeContext>
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(0.5);

    public async Task Send(ConsumeContext context, IPipe<ConsumeContext> next)
    {
        if (IsStopping)
        {
            // A broker sends at once what it gets back.
            if (keeper == MessageKeeper.Broker) await Task.Delay(Pause, context.CancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
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
        // Where nobody takes it, the log need not tell of each.
        if (keeper != MessageKeeper.Nobody) throw new OperationCanceledException("The process is stopping.", why, context.CancellationToken);
    }
}
