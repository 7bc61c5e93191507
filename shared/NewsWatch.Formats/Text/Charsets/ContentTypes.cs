namespace NewsWatch.Formats.Text.Charsets;

/// <summary>Reads the Content-Type header the forgiving way: senders quote, repeat and misplace its parts.</summary>
public static class ContentTypes
{
    /// <summary>The media type, lower case, or an empty string.</summary>
    public static string MediaType(string? contentType) =>
        contentType is null ? "" : contentType.Split([';', ','], 2)[0].Trim().ToLowerInvariant();

    /// <summary>The charset parameter, or <see langword="null"/>.</summary>
    public static string? Charset(string? contentType)
    {
        if (contentType is null) return null;
        foreach (var part in contentType.Split([';', ',']))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0 && part.AsSpan(0, equals).Trim().Equals("charset", StringComparison.OrdinalIgnoreCase))
                return part[(equals + 1)..].Trim().Trim('"', '\'');
        }

        return null;
    }

    /// <summary>Whether the media type is one of HTML's.</summary>
    public static bool IsHtml(string? contentType) => MediaType(contentType) is "text/html" or "application/xhtml+xml";
}
