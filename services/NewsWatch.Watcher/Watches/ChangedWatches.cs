using System.Collections.Concurrent;

namespace NewsWatch.Watcher.Watches;

/// <summary>What was announced and not read yet: many announcements at once are one reading.</summary>
internal sealed class ChangedWatches : IDisposable
{
    private readonly ConcurrentDictionary<string, byte> _ids = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _news = new(0);
    private int _all;

    /// <summary>How many watches were announced.</summary>
    public int Count => _ids.Count;

    /// <summary>A watch was made, changed or removed.</summary>
    public void Add(string id)
    {
        if (_ids.TryAdd(id, 0)) _news.Release();
    }

    /// <summary>Something that any watch may be made of has changed.</summary>
    public void AddAll()
    {
        if (Interlocked.Exchange(ref _all, 1) == 0) _news.Release();
    }

    /// <summary>Waits until something was announced, or for so long.</summary>
    public async Task WaitAsync(TimeSpan longest, TimeProvider clock, CancellationToken cancellationToken)
    {
        using var end = new CancellationTokenSource(longest, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(end.Token, cancellationToken);
        await _news.WaitAsync(either.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellationToken.ThrowIfCancellationRequested();
    }

    /// <summary>Takes what was announced; <see langword="null"/> stands for all watches.</summary>
    /// <remarks>To be called before the store is read: what is announced after that is read again.</remarks>
    public IReadOnlyCollection<string>? Take()
    {
        while (_news.Wait(0, CancellationToken.None)) { }
        var all = Interlocked.Exchange(ref _all, 0) == 1;
        var ids = _ids.Keys.ToList();
        foreach (var id in ids) _ids.TryRemove(id, out _);
        return all ? null : ids;
    }

    public void Dispose() => _news.Dispose();
}
