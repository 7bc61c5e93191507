namespace NewsWatch.Gateway.Console.Watches;

/// <summary>What was removed lately, so that it can be brought back: of this process, for an hour.</summary>
internal sealed class RecentlyRemoved<T>(TimeProvider clock)
    where T : class
{
    private const int MostKept = 100;

    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    private readonly Lock _gate = new();
    private readonly LinkedList<(string Id, T Item, DateTimeOffset Removed)> _items = new();

    public void Add(string id, T item)
    {
        lock (_gate)
        {
            _items.AddFirst((id, item, clock.GetUtcNow()));
            if (_items.Count > MostKept) _items.RemoveLast();
        }
    }

    /// <summary>What was removed last under this id, while it is kept.</summary>
    public T? Find(string? id)
    {
        lock (_gate) return _items.FirstOrDefault(i => i.Id == id && clock.GetUtcNow() - i.Removed < Kept).Item;
    }
}
