namespace NewsWatch.Storage.Retention;

/// <summary>Calendar months in UTC, by their first day.</summary>
internal static class Months
{
    /// <summary>The month of a moment.</summary>
    public static DateOnly Of(DateTimeOffset time) => new(time.UtcDateTime.Year, time.UtcDateTime.Month, 1);

    /// <summary>When a month begins.</summary>
    public static DateTimeOffset Start(DateOnly month) => new(month, TimeOnly.MinValue, TimeSpan.Zero);
}
