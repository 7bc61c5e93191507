using NewsWatch.ServiceDefaults;

namespace NewsWatch.Gateway;

/// <summary>Lets one change at a time be checked against what there is and stored: two changes that are right alone could be wrong together.</summary>
internal abstract class ChangeGate : IDisposable
{
    private readonly SemaphoreSlim _one = new(1, 1);

    /// <summary>Waits for the change before.</summary>
    /// <returns>To be disposed of when the change is stored.</returns>
    public Task<IDisposable> EnterAsync(CancellationToken cancellationToken) => _one.TakeAsync(cancellationToken);

    public void Dispose() => _one.Dispose();
}
