namespace NewsWatch.Storage.Sqlite.Articles;

/// <summary>An article's row number: milliseconds of <c>seen</c>, then 20 bits that order articles of one millisecond by id.</summary>
internal static class ArticleNumber
{
    private const int TieBits = 20;

    /// <summary>The number an article would like to have.</summary>
    public static long Of(DateTimeOffset seen, string id) => First(seen) | Tie(id);

    /// <summary>The smallest number at or after <paramref name="time"/>.</summary>
    public static long First(DateTimeOffset time) => Math.Max(0, time.ToUnixTimeMilliseconds()) << TieBits;

    /// <summary>As SQL: the UTC day since 1970 of the number in column <paramref name="column"/>.</summary>
    public static string DaySql(string column) => FormattableString.Invariant($"({column} >> {TieBits}) / 86400000");

    private static long Tie(string id)
    {
        var tie = 0L;
        for (var i = 0; i < 4; i++) tie = (tie << 6) | (i < id.Length ? Rank(id[i]) : 0L);
        return tie >> (24 - TieBits);
    }

    // The place of a base64url character in ASCII order.
    private static long Rank(char c) => c switch
    {
        '-' => 0,
        >= '0' and <= '9' => c - '0' + 1,
        >= 'A' and <= 'Z' => c - 'A' + 11,
        '_' => 37,
        >= 'a' and <= 'z' => c - 'a' + 38,
        _ => 63,
    };
}
