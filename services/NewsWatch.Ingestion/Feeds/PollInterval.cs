namespace NewsWatch.Ingestion.Feeds;

/// <summary>How long to wait for the next check: shorter while a feed brings news, longer while it does not, much longer while it fails.</summary>
internal static class PollInterval
{
    /// <summary>
    /// A poll that brought something suggests that the feed changes faster than it is read. With <see cref="Slower"/> this comes to rest where
    /// two polls in five bring something: often enough to be early, seldom enough not to ask in vain all day.
    /// </summary>
    private const double Faster = 0.7;

    private const double Slower = 1.3;

    /// <param name="current">The interval so far.</param>
    /// <param name="brought">Whether the poll brought something.</param>
    /// <param name="usualGap">The feed's usual time between two pieces of news, where it is known.</param>
    /// <param name="silence">How long nothing has come.</param>
    /// <param name="options">The bounds.</param>
    public static TimeSpan AfterSuccess(TimeSpan current, bool brought, TimeSpan? usualGap, TimeSpan silence, FeedOptions options)
    {
        var next = Clamp((current == TimeSpan.Zero ? options.FirstInterval : current) * (brought ? Faster : Slower), options);
        if (usualGap is not { } gap) return next;
        // A night or a weekend must not make the first news of the morning late: slow down only as far as the silence has lasted.
        var limit = gap > silence / 8 ? gap : silence / 8;
        return next > limit ? Clamp(limit, options) : next;
    }

    /// <summary>Doubles with every failure in a row.</summary>
    public static TimeSpan AfterFailure(TimeSpan current, int failures, FeedOptions options) =>
        Clamp((current == TimeSpan.Zero ? options.MinInterval : current) * Math.Pow(2, Math.Min(failures, 16) - 1), options);

    /// <summary>Up to a tenth more, so that feeds that were added together do not stay together.</summary>
    public static TimeSpan Jitter(TimeSpan interval) => interval * (1 + (Random.Shared.NextDouble() * 0.1));

    private static TimeSpan Clamp(TimeSpan interval, FeedOptions options) =>
        interval < options.MinInterval ? options.MinInterval : interval > options.MaxInterval ? options.MaxInterval : interval;
}
