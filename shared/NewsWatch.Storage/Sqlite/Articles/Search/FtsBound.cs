namespace NewsWatch.Storage.Sqlite.Articles.Search;

/// <summary>The set of articles that holds at least everything a query finds, as FTS5 can say it.</summary>
/// <param name="Expression">FTS5 expression; <see langword="null"/> for the set of all articles.</param>
/// <param name="Complement">The set is what <paramref name="Expression"/> does not find.</param>
/// <param name="Exact">The set is exactly what the query finds; else the matcher decides about each of it.</param>
internal readonly record struct FtsBound(string? Expression, bool Complement, bool Exact)
{
    /// <summary>Says nothing: any article may be found.</summary>
    public static FtsBound Anything { get; } = new(null, false, false);

    /// <summary>Exactly what an expression finds.</summary>
    public static FtsBound Exactly(string expression) => new(expression, false, true);

    /// <summary>At most what an expression finds.</summary>
    public static FtsBound Within(string expression) => new(expression, false, false);

    /// <summary>The same set, of which not all may hold.</summary>
    public FtsBound Loosely() => this with { Exact = false };

    /// <summary>What is not in the set, as far as that is known.</summary>
    public FtsBound Not() => Exact ? this with { Complement = !Complement } : Anything;

    /// <summary>What is in every set.</summary>
    public static FtsBound All(IReadOnlyCollection<FtsBound> bounds)
    {
        var exact = bounds.All(b => b.Exact);
        var inside = Join(bounds.Where(b => b is { Expression: not null, Complement: false }), " AND ");
        var outside = Join(bounds.Where(b => b is { Expression: not null, Complement: true }), " OR ");
        return (inside, outside) switch
        {
            (null, null) => new FtsBound(null, false, exact),
            (null, _) => new FtsBound(outside, true, exact),
            (_, null) => new FtsBound(inside, false, exact),
            _ => new FtsBound($"({inside}) NOT ({outside})", false, exact),
        };
    }

    /// <summary>What is in at least one set.</summary>
    public static FtsBound Any(IReadOnlyCollection<FtsBound> bounds)
    {
        if (bounds.Any(b => b.Expression is null)) return Anything;
        var exact = bounds.All(b => b.Exact);
        var inside = Join(bounds.Where(b => !b.Complement), " OR ");
        var outside = Join(bounds.Where(b => b.Complement), " AND ");
        return (inside, outside) switch
        {
            (_, null) => new FtsBound(inside, false, exact),
            (null, _) => new FtsBound(outside, true, exact),
            _ => new FtsBound($"({outside}) NOT ({inside})", true, exact),
        };
    }

    private static string? Join(IEnumerable<FtsBound> bounds, string with)
    {
        var parts = bounds.Select(b => b.Expression!).ToArray();
        return parts.Length switch
        {
            0 => null,
            1 => parts[0],
            _ => string.Join(with, parts.Select(Bracket)),
        };
    }

    // A phrase, with or without a column, needs no brackets; SQLite's parser has a stack of limited depth.
    private static string Bracket(string part) => part.Contains(" AND ", StringComparison.Ordinal) || part.Contains(" OR ", StringComparison.Ordinal) || part.Contains(" NOT ", StringComparison.Ordinal) ? $"({part})" : part;
}
