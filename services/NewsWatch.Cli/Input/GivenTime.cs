using System.Globalization;
using NewsWatch.Contracts;

namespace NewsWatch.Cli.Input;

/// <summary>Times as people write them: a day, a time, or how long ago.</summary>
internal static class GivenTime
{
    /// <summary>The time as the API reads it.</summary>
    public static string? Read(string option, string? text, TimeProvider clock)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        text = text.Trim();
        if (Ago(text) is { } ago) return Print(clock.GetUtcNow() - ago);
        return Rfc3339.TryRead(text, out var time)
            ? Print(time)
            : throw new UsageException($"'{text}' is no time: write {option} 2026-11-25, {option} 2026-11-25T10:42:00Z, or how long ago, such as {option} 7d, 12h or 30m.");
    }

    private static string Print(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private static TimeSpan? Ago(string text)
    {
        if (!int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count > 100_000) return null;
        return text[^1] switch
        {
            'm' => TimeSpan.FromMinutes(count),
            'h' => TimeSpan.FromHours(count),
            'd' => TimeSpan.FromDays(count),
            'w' => TimeSpan.FromDays(7L * count),
            _ => null,
        };
    }
}
