using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace NewsWatch.Storage.Ledger;

/// <summary>Listens to a counter of this process and keeps its sums by day and outcome: what the metrics say and what the ledger says is one count.</summary>
internal sealed class DayCounter : IDisposable
{
    private readonly ConcurrentDictionary<(DateOnly Day, string Outcome), long> _sums = new();
    private readonly MeterListener _listener = new();
    private readonly TimeProvider _clock;
    private long _changes;

    /// <param name="instrument">Name of the counter.</param>
    /// <param name="clock">Says which day it is.</param>
    public DayCounter(string instrument, TimeProvider clock)
    {
        _clock = clock;
        _listener.InstrumentPublished = (published, listener) =>
        {
            if (published.Name == instrument) listener.EnableMeasurementEvents(published);
        };
        _listener.SetMeasurementEventCallback<long>((_, value, tags, _) => Count(value, tags));
        _listener.Start();
    }

    /// <summary>Grows with every count.</summary>
    public long Changes => Interlocked.Read(ref _changes);

    /// <summary>The sums of each day.</summary>
    public IEnumerable<(DateOnly Day, IReadOnlyDictionary<string, long> Counts)> Days() =>
        _sums.GroupBy(sum => sum.Key.Day).Select(day => (day.Key, (IReadOnlyDictionary<string, long>)day.ToDictionary(sum => sum.Key.Outcome, sum => sum.Value)));

    /// <summary>Forgets days before <paramref name="day"/>: they are written and cannot grow any more.</summary>
    public void ForgetBefore(DateOnly day)
    {
        foreach (var key in _sums.Keys.Where(key => key.Day < day)) _sums.TryRemove(key, out _);
    }

    /// <inheritdoc/>
    public void Dispose() => _listener.Dispose();

    private void Count(long value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var outcome = "counted";
        foreach (var tag in tags)
        {
            if (tag.Key == "outcome" && tag.Value is string name) outcome = name;
        }

        _sums.AddOrUpdate((DateOnly.FromDateTime(_clock.GetUtcNow().UtcDateTime), outcome), value, (_, sum) => sum + value);
        Interlocked.Increment(ref _changes);
    }
}
