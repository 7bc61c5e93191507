using MassTransit;
using Microsoft.Extensions.Hosting;

namespace NewsWatch.ServiceDefaults.Messaging;

/// <summary>
/// Once the process was told to stop, what fails does so because of that: its services go, its waits are broken off. Such a message is given back and
/// not put aside; and none is begun any more, since nothing would break off its waits.
/// </summary>
/// <remarks>
/// A broker gets back what ends with <see cref="OperationCanceledException"/> of the context's own token; any other end is a fault of the message. So does
/// the journal. What neither keeps is given back to nobody, and the log need not tell of each.
/// </remarks>
/// <param name="lifetime">Of the process.</param>
/// <param name="isNobodys">Whether nobody keeps what was not finished.</param>
/// <param name="isFromBroker">Whether a broker sends what it gets back at once again.</param>
internal sealed class StoppingFilter(IHostApplicationLifetime lifetime, bool isNobodys, bool isFromBroker) : IFilter<ConsumeContext>
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(0.5);

    public async Task Send(ConsumeContext context, IPipe<ConsumeContext> next)
    {
        if (IsStopping)
        {
            if (isFromBroker) await Task.Delay(Pause, context.CancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
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
        if (!isNobodys) throw new OperationCanceledException("The process is stopping.", why, context.CancellationToken);
    }
}
