namespace NewsWatch.Watcher.Matching;

/// <summary>Batches take turns at being matched. Matching is computing: more at once than there are cores only delays the first, and everything else on the thread pool.</summary>
internal sealed class MatchingTurns : IDisposable
{
    private readonly SemaphoreSlim _free = new(AtOnce);

    public static int AtOnce { get; } = Math.Max(2, Environment.ProcessorCount);

    /// <summary>Waits for a turn; disposing the answer ends it.</summary>
    public async ValueTask<Turn> TakeAsync(CancellationToken cancellationToken)
    {
        await _free.WaitAsync(cancellationToken);
        return new Turn(_free);
    }

    public void Dispose() => _free.Dispose();

    internal readonly struct Turn(SemaphoreSlim free) : IDisposable
    {
        public void Dispose() => free.Release();
    }
}
