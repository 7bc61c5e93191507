using NewsWatch.Matching.Language;

namespace NewsWatch.Matching.Watches;

/// <summary>An immutable, thread-safe set of watches compiled into one matcher.</summary>
public sealed class WatchSet
{
    /// <summary>Matches nothing.</summary>
    public static WatchSet Empty { get; } = new();

    /// <summary>How many watches it holds.</summary>
    public int Count => throw new NotSupportedException();

    /// <summary>Compiles a set of watches; ids must be distinct.</summary>
    public static WatchSet Build(IEnumerable<KeyValuePair<string, WatchQuery>> watches) => throw new NotSupportedException();

    /// <summary>A set with <paramref name="changed"/> added or replaced and <paramref name="removed"/> gone; this one stays as it is.</summary>
    public WatchSet With(IEnumerable<KeyValuePair<string, WatchQuery>> changed, IEnumerable<string>? removed = null) => throw new NotSupportedException();

    /// <summary>Calls <paramref name="onMatch"/> once for each watch that holds, with the spans that made it hold, ordered by field and start.</summary>
    /// <remarks>Allocates nothing where no watch holds. The span list is valid only during the call.</remarks>
    public void Match<TState>(Document document, TState state, WatchMatched<TState> onMatch) => throw new NotSupportedException();
}

/// <summary>Receives a watch that holds.</summary>
/// <param name="watchId">The watch.</param>
/// <param name="spans">Where; valid only during the call.</param>
/// <param name="state">What the caller gave.</param>
public delegate void WatchMatched<in TState>(string watchId, ReadOnlySpan<MatchSpan> spans, TState state);
