using NewsWatch.Contracts;
using NewsWatch.Storage;
using NewsWatch.Storage.Catalogue;

namespace NewsWatch.UnitTests.Watcher;

/// <summary>What is stored of one kind, as a test says it is.</summary>
internal sealed class StoredList<T> : ICatalogueStore<T>
    where T : class
{
    public List<T> Items { get; } = [];

    public bool Away { get; set; }

    /// <summary>How often they were asked for.</summary>
    public int Reads { get; private set; }

    public Task<IReadOnlyList<T>> ListAsync(CancellationToken cancellationToken = default)
    {
        Reads++;
        return Away ? throw new StoreUnavailableException("The store is away.") : Task.FromResult<IReadOnlyList<T>>([.. Items]);
    }

    public Task<T?> GetAsync(string id, CancellationToken cancellationToken = default) =>
        Away ? throw new StoreUnavailableException("The store is away.") : Task.FromResult(Items.Find(item => item is Watch watch && watch.Id == id));

    public Task<T> PutAsync(T item, int expectedVersion, CancellationToken cancellationToken = default) => throw new NotSupportedException("A Watcher writes nothing.");

    public Task<bool> DeleteAsync(string id, int? expectedVersion = null, CancellationToken cancellationToken = default) => throw new NotSupportedException("A Watcher writes nothing.");
}
