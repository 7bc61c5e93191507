using System.Buffers;

namespace NewsWatch.ServiceDefaults.Http.Guard;

/// <summary>Refuses addresses that two programs would read as two different hosts.</summary>
public static class UrlShape
{
    private static readonly SearchValues<char> NotInUserNames = SearchValues.Create("&+[]<>{}|^` ");

    /// <summary>What is wrong with <paramref name="url"/> as a sentence, or <see langword="null"/>.</summary>
    public static string? Problem(string url)
    {
        ArgumentNullException.ThrowIfNull(url);
        var colon = url.IndexOf("//", StringComparison.Ordinal);
        var rest = colon < 0 ? url : url[(colon + 2)..];
        var end = rest.AsSpan().IndexOfAny("/?#");
        var authority = end < 0 ? rest : rest[..end];
        if (authority.Contains('\\', StringComparison.Ordinal)) return "The address has a backslash where its host is; programs disagree on what that means.";
        if (authority.Count(c => c == '@') > 1 || authority.AsSpan(0, Math.Max(0, authority.IndexOf('@', StringComparison.Ordinal))).ContainsAny(NotInUserNames))
            return "The part before '@' in the address holds characters that a user name cannot have; programs disagree on where the host starts.";
        return authority.Any(IsDisguised) ? "The host is written in look-alike characters; write it in plain letters and digits." : null;
    }

    // Circled, mathematical, full-width and similar forms of ASCII, and other scripts' full stops.
    private static bool IsDisguised(char c) =>
        c is (>= '\u2070' and <= '\u209C') or (>= '\u2100' and <= '\u218F') or (>= '\u2460' and <= '\u24FF') or '\u3002' or (>= '\uFF01' and <= '\uFF61') or '\uD835' or (>= '\u00B2' and <= '\u00B9' and not '\u00B7') or '\u00AA' or '\u00BA';
}
