using NewsWatch.Contracts;
using NewsWatch.Storage.Articles;

namespace NewsWatch.Storage.Alerts;

/// <summary>Writes alerts into the archive. Only the Indexer uses it.</summary>
public interface IAlertWriter
{
    /// <summary>Stores alerts; storing one again changes nothing.</summary>
    /// <returns>One outcome an alert, in the same order.</returns>
    /// <exception cref="StoreUnavailableException">The store is away; doing it again is safe.</exception>
    Task<IReadOnlyList<WriteOutcome>> WriteAsync(IReadOnlyList<AlertRaised> alerts, CancellationToken cancellationToken = default);
}

/// <summary>Reads alerts.</summary>
public interface IAlertSearch
{
    /// <summary>Alerts, newest first, or oldest first after a cursor.</summary>
    /// <exception cref="InvalidCursorException">The cursor is not one of <see cref="AlertCursor"/>.</exception>
    /// <exception cref="StoreUnavailableException">The store is away.</exception>
    Task<AlertPage> ListAsync(AlertQuery query, CancellationToken cancellationToken = default);

    /// <summary>One alert, or <see langword="null"/>.</summary>
    Task<AlertRaised?> GetAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>How many alerts each watch raised on each day (UTC), by watch, then day; days without any are absent.</summary>
    /// <param name="query">Which alerts; limit, cursor and order of it do not matter.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <exception cref="StoreUnavailableException">The store is away.</exception>
    Task<IReadOnlyList<WatchDayCount>> CountPerDayAsync(AlertQuery query, CancellationToken cancellationToken = default);
}

/// <summary>Which alerts, in which order.</summary>
public sealed record AlertQuery
{
    /// <summary>Topics.</summary>
    public TopicPattern Topic { get; init; } = TopicPattern.All;

    /// <summary>Id of a watch.</summary>
    public string? Watch { get; init; }

    /// <summary>Id of an article.</summary>
    public string? Article { get; init; }

    /// <summary>Raised at or after.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Raised before.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>Page size, 1 to 1,000.</summary>
    public int Limit { get; init; } = 50;

    /// <summary>Continue behind this <see cref="AlertCursor"/>, in the direction of <see cref="OldestFirst"/>.</summary>
    public string? After { get; init; }

    /// <summary>Oldest first: for resuming a stream.</summary>
    public bool OldestFirst { get; init; }
}

/// <summary>A page of alerts.</summary>
/// <param name="Items">The alerts.</param>
/// <param name="Next">Cursor of the next page, or <see langword="null"/> at the end.</param>
public sealed record AlertPage(IReadOnlyList<AlertRaised> Items, string? Next);

/// <summary>How many alerts a watch raised on a day.</summary>
/// <param name="Watch">Id of the watch.</param>
/// <param name="Day">UTC day.</param>
/// <param name="Count">Alerts raised on it.</param>
public readonly record struct WatchDayCount(string Watch, DateOnly Day, long Count);
