using MassTransit;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NewsWatch.ServiceDefaults.Messaging;
using NewsWatch.Testing;
using Xunit;

namespace NewsWatch.UnitTests.ServiceDefaults.Messaging;

public sealed class BusLifetimeTests
{
    private readonly Depot _bus = new();
    private readonly Condition _condition = new();

    [Fact]
    public async Task The_bus_starts_when_its_condition_is_met_and_the_process_does_not_wait_for_either()
    {
        await using var lifetime = Create();

        await lifetime.StartAsync(TestContext.Current.CancellationToken);
        Assert.False(_bus.IsStarting);
        _condition.Met.SetResult();

        await Eventually.IsTrueAsync(() => Task.FromResult(_bus.IsStarting), "the bus to start");
        _bus.Started.SetResult();
    }

    [Fact]
    public async Task Stopped_before_its_condition_is_met_it_never_starts()
    {
        await using var lifetime = Create();
        await lifetime.StartAsync(TestContext.Current.CancellationToken);

        await lifetime.StopAsync(TestContext.Current.CancellationToken);
        _condition.Met.TrySetResult();

        Assert.Equal((false, 0), (_bus.IsStarting, _bus.Stops));
    }

    [Fact]
    public async Task Stopped_while_it_starts_it_comes_up_first_and_then_stops()
    {
        await using var lifetime = Create();
        _condition.Met.SetResult();
        await lifetime.StartAsync(TestContext.Current.CancellationToken);

        var stop = lifetime.StopAsync(TestContext.Current.CancellationToken);
        Assert.Equal((true, 0), (_bus.IsStarting, _bus.Stops));
        _bus.Started.SetResult();
        await stop;

        Assert.Equal(1, _bus.Stops);
        Assert.False(_bus.WasBrokenOff);
    }

    [Fact]
    public async Task A_start_without_end_is_broken_off()
    {
        await using var lifetime = Create();
        _condition.Met.SetResult();
        await lifetime.StartAsync(TestContext.Current.CancellationToken);

        await lifetime.StopAsync(TestContext.Current.CancellationToken);

        Assert.Equal((true, 0), (_bus.WasBrokenOff, _bus.Stops));
    }

    [Fact]
    public async Task One_that_nobody_stopped_is_stopped_when_it_is_disposed_of_and_only_once()
    {
        var lifetime = Create();
        _condition.Met.SetResult();
        _bus.Started.SetResult();
        await lifetime.StartAsync(TestContext.Current.CancellationToken);

        await lifetime.DisposeAsync();
        await lifetime.StopAsync(TestContext.Current.CancellationToken);

        Assert.Equal(1, _bus.Stops);
    }

    [Fact]
    public async Task A_start_that_fails_does_not_keep_the_process_from_stopping()
    {
        await using var lifetime = Create();
        await lifetime.StartAsync(TestContext.Current.CancellationToken);
        _condition.Met.SetException(new InvalidOperationException("No."));

        await lifetime.StopAsync(TestContext.Current.CancellationToken);

        Assert.Equal((false, 0), (_bus.IsStarting, _bus.Stops));
    }

    private BusLifetime Create() => new(_bus, [_condition], TimeProvider.System, Options.Create(new BusOptions()), NullLogger<BusLifetime>.Instance);

    private sealed class Condition : IBusPrecondition
    {
        public TaskCompletionSource Met { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task WaitAsync(CancellationToken cancellationToken) => Met.Task.WaitAsync(cancellationToken);
    }

    private sealed class Depot : IBusDepot
    {
        private int _stops;

        public TaskCompletionSource Started { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public bool IsStarting { get; private set; }

        public bool WasBrokenOff { get; private set; }

        public int Stops => _stops;

        public Task Start(CancellationToken cancellationToken)
        {
            IsStarting = true;
            cancellationToken.Register(() => WasBrokenOff = true);
            // Like a bus whose endpoint never gets ready: it does not end with its token either.
            return Started.Task;
        }

        public Task Stop(CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _stops);
            return Task.CompletedTask;
        }
    }
}
