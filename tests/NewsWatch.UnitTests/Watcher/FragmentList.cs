using NewsWatch.Contracts;
using NewsWatch.Storage.Fragments;

namespace NewsWatch.UnitTests.Watcher;

/// <summary>The stored fragments as a test says they are.</summary>
internal sealed class FragmentList : IFragmentStore
{
    public List<QueryFragment> Fragments { get; } = [];

    /// <summary>How often they were asked for.</summary>
    public int Reads { get; private set; }

    public Task<IReadOnlyList<QueryFragment>> ListAsync(CancellationToken cancellationToken = default)
    {
        Reads++;
        return Task.FromResult<IReadOnlyList<QueryFragment>>([.. Fragments]);
    }

    public Task<QueryFragment?> GetAsync(string name, CancellationToken cancellationToken = default) => Task.FromResult(Fragments.Find(f => f.Name == name));

    public Task<QueryFragment> PutAsync(QueryFragment fragment, int expectedVersion, CancellationToken cancellationToken = default) => throw new NotSupportedException("A Watcher writes nothing.");

    public Task<bool> DeleteAsync(string name, int? expectedVersion = null, CancellationToken cancellationToken = default) => throw new NotSupportedException("A Watcher writes nothing.");
}
