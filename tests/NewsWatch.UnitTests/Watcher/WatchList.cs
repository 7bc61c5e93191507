using NewsWatch.Contracts;
using NewsWatch.Storage;
using NewsWatch.Storage.Watches;

namespace NewsWatch.UnitTests.Watcher;

/// <summary>The stored watches as a test says they are.</summary>
internal sealed class WatchList : IWatchStore
{
    public List<Watch> Watches { get; } = [];

    public bool Away { get; set; }

    public Task<IReadOnlyList<Watch>> ListAsync(CancellationToken cancellationToken = default) =>
        Away ? throw new StoreUnavailableException("The store is away.") : Task.FromResult<IReadOnlyList<Watch>>([.. Watches]);

    public Task<Watch?> GetAsync(string id, CancellationToken cancellationToken = default) => Task.FromResult(Watches.Find(w => w.Id == id));

    public Task<Watch> PutAsync(Watch watch, int expectedVersion, CancellationToken cancellationToken = default) => throw new NotSupportedException("A Watcher writes nothing.");

    public Task<bool> DeleteAsync(string id, int? expectedVersion = null, CancellationToken cancellationToken = default) => throw new NotSupportedException("A Watcher writes nothing.");
}
