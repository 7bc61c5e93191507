using MassTransit;
using Microsoft.Extensions.Hosting;

namespace NewsWatch.ServiceDefaults.Messaging;

/// <summary>
/// Once the process was told to stop, what fails does so because of that: its services go, its waits are broken off. Such a message is given back and
/// not put aside; and none is begun any more, since nothing would break off its waits.
/// </summary>
/// <remarks>The bus gives back what ends with <see cref="OperationCanceledException"/> of the context's own token; any other end is a fault of the message.</remarks>
internal sealed class StoppingFilter(IHostApplicationLifetime lifetime) : IFilter<ConsumeContext>
{
    public async Task Send(ConsumeContext context, IPipe<ConsumeContext> next)
    {
        if (IsStopping) throw Stopping(context, null);
        try
        {
            await next.Send(context);
        }
        catch (Exception e) when (IsStopping)
        {
            throw Stopping(context, e);
        }
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("stopping");

    private bool IsStopping => lifetime.ApplicationStopping.IsCancellationRequested;

    private static OperationCanceledException Stopping(ConsumeContext context, Exception? why) => new("The process is stopping.", why, context.CancellationToken);
}
