namespace NewsWatch.ServiceDefaults;

/// <summary>Places of a semaphore that are taken for as long as a <c>using</c> lasts.</summary>
public static class SemaphorePlaces
{
    /// <summary>Waits for a place.</summary>
    /// <param name="semaphore">Whose place.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The place, which disposing gives back: once only.</returns>
    /// <exception cref="OperationCanceledException">It was waited for no longer; no place was taken.</exception>
    public static async Task<IDisposable> TakeAsync(this SemaphoreSlim semaphore, CancellationToken cancellationToken)
    {
        await semaphore.WaitAsync(cancellationToken);
        return new Place(semaphore);
    }

    private sealed class Place(SemaphoreSlim semaphore) : IDisposable
    {
        public void Dispose() => semaphore.Release();
    }
}
