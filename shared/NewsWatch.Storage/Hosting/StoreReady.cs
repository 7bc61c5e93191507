namespace NewsWatch.Storage.Hosting;

/// <summary>Completes when this process has prepared the collections it writes.</summary>
public sealed class StoreReady
{
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Await it before the first write.</summary>
    public Task Task => _ready.Task;

    internal void Set() => _ready.TrySetResult();
}
