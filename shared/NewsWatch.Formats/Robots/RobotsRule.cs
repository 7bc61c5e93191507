namespace NewsWatch.Formats.Robots;

/// <summary>An allow or disallow line.</summary>
internal sealed record RobotsRule(string Pattern, bool Allow, int Line)
{
    /// <summary>The longer pattern is the more specific one.</summary>
    public int Weight => Pattern.Length;

    // Only a final one is an anchor; an escaped star or dollar is itself (RFC 9309, 2.2.3), and addresses have theirs escaped.
    private readonly string _text = Pattern.EndsWith('$') ? RobotsPath.EscapeDollars(Pattern[..^1]) : RobotsPath.EscapeDollars(Pattern);

    /// <summary>Whether the pattern matches from the start of the path: <c>*</c> is any run, a final <c>$</c> the end.</summary>
    public bool Matches(string path)
    {
        var pattern = _text.AsSpan();
        var anchored = Pattern.EndsWith('$');
        var star = pattern.IndexOf('*');
        if (star < 0) return anchored ? path.AsSpan().SequenceEqual(pattern) : path.AsSpan().StartsWith(pattern);
        if (!path.AsSpan().StartsWith(pattern[..star])) return false;
        return MatchesRest(pattern[star..], path.AsSpan(star), anchored);
    }

    // The earliest place for each piece is the best one; only the last piece of an anchored pattern must stand at the end.
    private static bool MatchesRest(ReadOnlySpan<char> pattern, ReadOnlySpan<char> path, bool anchored)
    {
        while (!pattern.IsEmpty)
        {
            pattern = pattern.TrimStart('*');
            var next = pattern.IndexOf('*');
            var piece = next < 0 ? pattern : pattern[..next];
            if (next < 0 && anchored) return path.EndsWith(piece);
            var at = path.IndexOf(piece);
            if (at < 0) return false;
            path = path[(at + piece.Length)..];
            pattern = next < 0 ? [] : pattern[next..];
        }

        return true;
    }
}
