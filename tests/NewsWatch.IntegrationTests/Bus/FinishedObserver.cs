using MassTransit;

namespace NewsWatch.IntegrationTests.Bus;

/// <summary>Records what an endpoint is done with, its answer to the broker included.</summary>
internal sealed class FinishedObserver(BusRecorder recorder) : IReceiveObserver
{
    public Task PreReceive(ReceiveContext context) => Task.CompletedTask;

    public Task PostReceive(ReceiveContext context)
    {
        recorder.Finish(context.InputAddress.Segments[^1]);
        return Task.CompletedTask;
    }

    public Task PostConsume<T>(ConsumeContext<T> context, TimeSpan duration, string consumerType)
        where T : class => Task.CompletedTask;

    public Task ConsumeFault<T>(ConsumeContext<T> context, TimeSpan duration, string consumerType, Exception exception)
        where T : class => Task.CompletedTask;

    public Task ReceiveFault(ReceiveContext context, Exception exception) => Task.CompletedTask;
}
