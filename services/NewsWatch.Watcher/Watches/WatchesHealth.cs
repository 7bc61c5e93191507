using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace NewsWatch.Watcher.Watches;

/// <summary>A Watcher that has not read its watches yet matches nothing.</summary>
internal sealed class WatchesHealth(CurrentWatches watches) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(watches.Loaded.IsCompletedSuccessfully
            ? HealthCheckResult.Healthy(
                watches.Snapshot.Matcher.Count == 1 ? "Matches with 1 watch." : $"Matches with {watches.Snapshot.Matcher.Count} watches.",
                new Dictionary<string, object> { ["watches"] = watches.Snapshot.Matcher.Count })
            : HealthCheckResult.Unhealthy("The watches have not been read yet."));
}
