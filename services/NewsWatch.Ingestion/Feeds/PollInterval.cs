namespace NewsWatch.Ingestion.Feeds;

/// <summary>How long to wait for the next check: shorter while a feed brings news, longer while it does not, much longer while it fails.</summary>
internal static class PollInterval
{
    /// <summary>A poll that brought something suggests that the feed changes faster than it is read.</summary>
    private const double Faster = 0.7;

    private const double Slower = 1.3;

    public static TimeSpan AfterSuccess(TimeSpan current, bool brought, FeedOptions options) =>
        Clamp((current == TimeSpan.Zero ? options.FirstInterval : current) * (brought ? Faster : Slower), options);

    /// <summary>Doubles with every failure in a row.</summary>
    public static TimeSpan AfterFailure(TimeSpan current, int failures, FeedOptions options) =>
        Clamp((current == TimeSpan.Zero ? options.MinInterval : current) * Math.Pow(2, Math.Min(failures, 16) - 1), options);

    /// <summary>Up to a tenth more, so that feeds that were added together do not stay together.</summary>
    public static TimeSpan Jitter(TimeSpan interval) => interval * (1 + (Random.Shared.NextDouble() * 0.1));

    private static TimeSpan Clamp(TimeSpan interval, FeedOptions options) =>
        interval < options.MinInterval ? options.MinInterval : interval > options.MaxInterval ? options.MaxInterval : interval;
}
