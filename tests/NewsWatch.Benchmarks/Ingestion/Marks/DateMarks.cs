using NewsWatch.Formats.Text.Dates;

namespace NewsWatch.Benchmarks.Ingestion.Marks;

/// <summary>Dates in every shape.</summary>
public static class DateMarks
{
    /// <summary>The date strings of a peer's tests.</summary>
    public static Mark Shapes()
    {
        var counter = new MarkCounter();
        foreach (var line in DataFolder.Lines("feeds-feedparser", "dates.jsonl"))
        {
            var input = line.GetProperty("input").GetString();
            var expected = line.GetProperty("expected_utc").GetString();
            var read = FeedDate.Parse(input)?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
            counter.Count(read == expected, () => $"'{input}' read as {read}, expected {expected}");
        }

        return counter.ToMark("dates", "feeds-feedparser", 1.0);
    }
}
