namespace NewsWatch.Cli.Errors;

/// <summary>Finds what was probably meant.</summary>
internal static class Nearest
{
    /// <summary>The candidate that is fewest slips of the finger away, or <see langword="null"/> when none is near.</summary>
    public static string? Of(string written, IEnumerable<string> candidates)
    {
        var (best, least) = ((string?)null, Math.Max(2, written.Length / 3) + 1);
        foreach (var candidate in candidates)
        {
            // What was begun and not ended is meant more probably than another word of the same length.
            var distance = written.Length >= 2 && candidate.StartsWith(written, StringComparison.OrdinalIgnoreCase) ? 1 : Distance(written.ToLowerInvariant(), candidate.ToLowerInvariant());
            if (distance < least) (best, least) = (candidate, distance);
        }

        return best;
    }

    /// <summary>Letters added, left out, mistaken or swapped.</summary>
    private static int Distance(string a, string b)
    {
        var table = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++) table[i, 0] = i;
        for (var j = 0; j <= b.Length; j++) table[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var same = a[i - 1] == b[j - 1] ? 0 : 1;
                table[i, j] = Math.Min(Math.Min(table[i - 1, j], table[i, j - 1]) + 1, table[i - 1, j - 1] + same);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) table[i, j] = Math.Min(table[i, j], table[i - 2, j - 2] + 1);
            }
        }

        return table[a.Length, b.Length];
    }
}
