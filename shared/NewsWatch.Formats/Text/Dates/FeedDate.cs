namespace NewsWatch.Formats.Text.Dates;

/// <summary>Reads a date in any shape that feeds and pages write. What names no zone is UTC.</summary>
public static class FeedDate
{
    private const int Longest = 100;

    /// <summary>The moment, or <see langword="null"/> where the text is no date.</summary>
    public static DateTimeOffset? Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var date = PlainText.Line(text);
        if (date.Length > Longest) return null;
        return IsoDate.Parse(date) ?? EpochDate.Parse(date) ?? EastAsianDate.Parse(date) ?? WrittenDate.Parse(date);
    }
}
