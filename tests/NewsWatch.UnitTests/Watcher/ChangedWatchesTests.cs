using NewsWatch.Watcher.Watches;
using Xunit;

namespace NewsWatch.UnitTests.Watcher;

public sealed class ChangedWatchesTests : IDisposable
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(5);
    private readonly ChangedWatches _announced = new();

    public void Dispose() => _announced.Dispose();

    [Fact]
    public async Task Many_announcements_are_one_reading()
    {
        for (var i = 0; i < 1_000; i++) _announced.Add(i % 2 == 0 ? "a" : "b");
        Assert.Equal(2, _announced.Count);

        await WaitAsync(Long);
        Assert.Equal(["a", "b"], _announced.Take()!.Order(StringComparer.Ordinal));

        Assert.Empty(_announced.Take()!);
        Assert.Equal(0, _announced.Count);
    }

    [Fact]
    public async Task A_fragment_means_all_watches_once()
    {
        _announced.Add("a");
        _announced.AddAll();
        _announced.AddAll();

        await WaitAsync(Long);
        Assert.Null(_announced.Take());
        Assert.Empty(_announced.Take()!);
    }

    [Fact]
    public async Task What_is_announced_while_someone_waits_wakes_them()
    {
        var waiting = WaitAsync(Long);
        Assert.False(waiting.IsCompleted);

        _announced.Add("a");

        await waiting;
        Assert.Equal(["a"], _announced.Take());
    }

    [Fact]
    public async Task Waiting_ends_in_time_and_with_the_process()
    {
        await WaitAsync(TimeSpan.FromMilliseconds(1));

        using var stopping = new CancellationTokenSource();
        var waiting = _announced.WaitAsync(Long, TimeProvider.System, stopping.Token);
        await stopping.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    private Task WaitAsync(TimeSpan longest) => _announced.WaitAsync(longest, TimeProvider.System, TestContext.Current.CancellationToken);
}
