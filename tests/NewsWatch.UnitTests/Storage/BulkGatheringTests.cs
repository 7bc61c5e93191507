using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;
using NewsWatch.Testing;
using Xunit;

namespace NewsWatch.UnitTests.Storage;

/// <summary>What shares a bulk request, and when it goes.</summary>
public sealed class BulkGatheringTests : IAsyncLifetime
{
    private const int Full = 1_000;

    private readonly TimeThatIsWaitedFor _time = new();
    private readonly ConcurrentQueue<string[]> _sent = [];
    private ScriptedElasticsearch _server = null!;

    public async ValueTask InitializeAsync() => _server = await ScriptedElasticsearch.StartAsync(_time, Answer);

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task The_first_goes_at_once_and_those_that_follow_it_closely_share_a_request()
    {
        await _server.WriteAsync("a");
        Assert.False(_time.Waited.IsCompleted);
        var followers = Task.WhenAll(_server.WriteAsync("b"), _server.WriteAsync("c", "d"));
        await _time.Waited.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        Assert.Single(_sent);

        _time.Advance(TimeSpan.FromMilliseconds(100));
        await followers;

        Assert.Equal(["a", "bcd"], _sent.Select(Named));
    }

    [Fact]
    public async Task A_full_request_waits_for_nothing()
    {
        await _server.WriteAsync("a");

        await _server.WriteAsync([.. Enumerable.Range(0, Full).Select(i => $"n{i}")]);

        Assert.Equal([1, Full], _sent.Select(ids => ids.Length));
    }

    [Fact]
    public async Task When_many_wait_they_wait_for_nobody_else()
    {
        await _server.WriteAsync("a");

        await Task.WhenAll(Enumerable.Range(0, 16).Select(i => _server.WriteAsync($"n{i}")));

        Assert.Equal([1, 16], _sent.Select(ids => ids.Length));
    }

    [Fact]
    public async Task After_a_pause_one_goes_at_once_again()
    {
        await _server.WriteAsync("a");
        _time.Advance(TimeSpan.FromSeconds(1));

        await _server.WriteAsync("b");

        Assert.Equal(["a", "b"], _sent.Select(Named));
    }

    private (int Status, string Body) Answer(string method, string path, string body)
    {
        _sent.Enqueue(ScriptedElasticsearch.IdsOf(body));
        return ScriptedElasticsearch.AllCreated(body);
    }

    private static string Named(string[] ids) => string.Concat("abcd".Select(c => c.ToString()).Where(key => ids.Contains(ScriptedElasticsearch.IdOf(key))));

    /// <summary>Time that stands still until told, and tells when somebody waits for it.</summary>
    private sealed class TimeThatIsWaitedFor() : FakeTimeProvider(Some.Time)
    {
        private readonly TaskCompletionSource _waited = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Waited => _waited.Task;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = base.CreateTimer(callback, state, dueTime, period);
            _waited.TrySetResult();
            return timer;
        }
    }
}
