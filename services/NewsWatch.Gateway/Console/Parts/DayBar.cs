namespace NewsWatch.Gateway.Console.Parts;

/// <summary>A day and what was counted on it.</summary>
public readonly record struct DayBar(DateOnly Day, long Count)
{
    /// <summary>One bar for every day from <paramref name="first"/> to <paramref name="last"/>, whether anything was counted or not.</summary>
    public static IReadOnlyList<DayBar> Fill(DateOnly first, DateOnly last, IReadOnlyDictionary<DateOnly, long> counts) =>
        [.. Enumerable.Range(0, Math.Max(0, last.DayNumber - first.DayNumber + 1)).Select(first.AddDays).Select(day => new DayBar(day, counts.GetValueOrDefault(day)))];
}
