using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace NewsWatch.Storage.Ledger;

/// <summary>Writes a counter's sums every other second, when they have grown, and once more at the end.</summary>
internal sealed class LedgerWriter(string service, string instrument, ILedger ledger, TimeProvider clock, ILogger<LedgerWriter> log) : BackgroundService
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(2);

    private readonly string _process = Guid.NewGuid().ToString("N");
    private readonly DayCounter _counter = new(instrument, clock);
    private long _written;

    /// <inheritdoc/>
    public override void Dispose()
    {
        _counter.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await TryWriteAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Between, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken)) await TryWriteAsync(stoppingToken);
    }

    private async Task TryWriteAsync(CancellationToken cancellationToken)
    {
        var changes = _counter.Changes;
        if (changes == _written) return;
        var yesterday = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(-1);
        try
        {
            foreach (var (day, counts) in _counter.Days())
                await ledger.WriteAsync(new LedgerPage { Service = service, Process = _process, Day = day, Counts = counts }, cancellationToken);
            _written = changes;
            _counter.ForgetBefore(yesterday);
        }
        catch (StoreUnavailableException e)
        {
            // The sums are kept, and written when the store is back.
            Log.LedgerWaits(log, e.Message);
        }
    }
}

/// <summary>Registers what writes a service's page of the ledger.</summary>
public static class LedgerModule
{
    /// <summary>Keeps the counts of a service day by day.</summary>
    /// <param name="services">Where to.</param>
    /// <param name="service">The service's name in the ledger.</param>
    /// <param name="instrument">The counter whose outcomes it keeps.</param>
    public static IServiceCollection AddLedgerOf(this IServiceCollection services, string service, string instrument) =>
        services.AddSingleton<IHostedService>(provider => ActivatorUtilities.CreateInstance<LedgerWriter>(provider, service, instrument));
}
