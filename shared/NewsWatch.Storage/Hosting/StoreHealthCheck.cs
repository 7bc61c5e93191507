using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace NewsWatch.Storage.Hosting;

/// <summary>Healthy when the collections are prepared and the store answers.</summary>
internal sealed class StoreHealthCheck(IStore store, StoreReady ready) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await store.CheckAsync(cancellationToken);
        }
        catch (StoreUnavailableException e)
        {
            return HealthCheckResult.Unhealthy($"{store.Name} does not answer: {e.Message}");
        }

        return ready.Task.IsCompletedSuccessfully
            ? HealthCheckResult.Healthy($"{store.Name} answers.")
            : HealthCheckResult.Unhealthy($"{store.Name} answers, but its collections are still being prepared.");
    }
}
