using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsWatch.Contracts;

/// <summary>Reads times as people and programs write them (RFC 3339, section 5.6, and what is commonly left out of it).</summary>
public static partial class Rfc3339
{
    /// <summary>Reads a day, such as 2026-11-25, or a time of RFC 3339; without an offset it is UTC, without seconds they are 0.</summary>
    /// <param name="text">The text.</param>
    /// <param name="time">The time in UTC.</param>
    /// <returns>Whether it is one. What would have to be guessed, such as 11/12/2026 or 10:42, is not.</returns>
    public static bool TryRead(string text, out DateTimeOffset time)
    {
        ArgumentNullException.ThrowIfNull(text);
        time = default;
        if (!Written().IsMatch(text) || !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var read)) return false;
        time = read.ToUniversalTime();
        return true;
    }

    [GeneratedRegex(@"^\s*\d{4}-\d\d-\d\d([Tt ]\d\d:\d\d(:\d\d(\.\d+)?)?\s?([Zz]|[+-]\d\d:?\d\d)?)?\s*\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Written();
}
