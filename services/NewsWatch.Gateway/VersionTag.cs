using System.Globalization;

namespace NewsWatch.Gateway;

/// <summary>Versions as entity tags.</summary>
internal static class VersionTag
{
    public static string Of(int version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    /// <summary>The version that <c>If-Match</c> asks for; <see langword="null"/> where any will do.</summary>
    /// <exception cref="FormatException">The header names no version.</exception>
    public static int? Read(HttpRequest request)
    {
        var header = request.Headers.IfMatch.ToString();
        if (header.Length == 0 || header == "*") return null;
        return int.TryParse(header.AsSpan().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? version
            : throw new FormatException($"'If-Match: {header}' names no version: send the ETag of the answer you are editing, such as \"3\".");
    }
}
