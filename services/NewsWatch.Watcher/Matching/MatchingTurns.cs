using NewsWatch.ServiceDefaults;

namespace NewsWatch.Watcher.Matching;

/// <summary>Batches take turns at being matched. Matching is computing: more at once than there are cores only delays the first, and everything else on the thread pool.</summary>
internal sealed class MatchingTurns : IDisposable
{
    private readonly SemaphoreSlim _free = new(AtOnce);

    public static int AtOnce { get; } = Math.Max(2, Environment.ProcessorCount);

    /// <summary>Waits for a turn; disposing the answer ends it.</summary>
    public Task<IDisposable> TakeAsync(CancellationToken cancellationToken) => _free.TakeAsync(cancellationToken);

    public void Dispose() => _free.Dispose();
}
