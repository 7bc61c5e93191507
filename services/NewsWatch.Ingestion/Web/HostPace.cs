using System.Collections.Concurrent;

namespace NewsWatch.Ingestion.Web;

/// <summary>One call to a host at a time, with a pause between them.</summary>
internal sealed class HostPace(TimeProvider clock)
{
    /// <summary>Hosts beyond this are forgotten once their pause is over.</summary>
    private const int MostHosts = 20_000;

    private readonly ConcurrentDictionary<string, Host> _hosts = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Waits for a turn; the pause begins when the turn is given back.</summary>
    /// <returns>The turn, or <see langword="null"/> where it would come after <paramref name="until"/>.</returns>
    public async Task<IDisposable?> EnterAsync(string name, TimeSpan delay, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var host = _hosts.GetOrAdd(name, _ => new Host());
        Forget();
        using var patience = new CancellationTokenSource(Positive(until - clock.GetUtcNow()), clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            await host.Gate.WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }

        return await PauseAsync(host, until, cancellationToken) ? new Turn(host, delay, clock) : null;
    }

    /// <summary>The host asked to be left alone until then.</summary>
    public void Hold(string name, DateTimeOffset until)
    {
        var host = _hosts.GetOrAdd(name, _ => new Host());
        if (until > host.Next) host.Next = until;
    }

    /// <summary>Holds the gate through the pause; gives it back where the pause is too long.</summary>
    private async Task<bool> PauseAsync(Host host, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var entered = false;
        try
        {
            if (host.Next > until) return false;
            var pause = Positive(host.Next - clock.GetUtcNow());
            if (pause > TimeSpan.Zero) await Task.Delay(pause, clock, cancellationToken);
            return entered = true;
        }
        finally
        {
            if (!entered) host.Gate.Release();
        }
    }

    private void Forget()
    {
        if (_hosts.Count <= MostHosts) return;
        var now = clock.GetUtcNow();
        foreach (var (name, host) in _hosts)
        {
            // Who waits at a forgotten gate still takes turns there; a newcomer may overlap with it once.
            if (host.Next <= now && host.Gate.CurrentCount == 1) _hosts.TryRemove(name, out _);
        }
    }

    private static TimeSpan Positive(TimeSpan time) => time > TimeSpan.Zero ? time : TimeSpan.Zero;

    private sealed class Host
    {
        public SemaphoreSlim Gate { get; } = new(1);

        public DateTimeOffset Next { get; set; }
    }

    private sealed class Turn(Host host, TimeSpan delay, TimeProvider clock) : IDisposable
    {
        public void Dispose()
        {
            var next = clock.GetUtcNow() + delay;
            if (next > host.Next) host.Next = next;
            host.Gate.Release();
        }
    }
}
