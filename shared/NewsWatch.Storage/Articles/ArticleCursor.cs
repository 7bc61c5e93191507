using System.Globalization;

namespace NewsWatch.Storage.Articles;

/// <summary>Where a page of a search ended: what it was sorted by, that value, and what broke the tie. Printed as <c>seen~value~tie</c>, with the store's snapshot behind a further <c>~</c> where there is one.</summary>
/// <param name="Value">The sort value as the store prints it; empty for an article without one.</param>
/// <param name="Tie">What breaks ties in that store.</param>
internal sealed record ArticleCursor(string Value, string Tie)
{
    /// <summary>The snapshot in which the search goes on, where the store has such.</summary>
    public string? Snapshot { get; init; }

    /// <summary>The value as a whole number.</summary>
    public long Number => long.TryParse(Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : throw Problem(Value);

    /// <summary>The value as a score.</summary>
    public double Score => double.TryParse(Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var score) && double.IsFinite(score) ? score : throw Problem(Value);

    /// <summary>The tie breaker as a whole number.</summary>
    public long TieNumber => long.TryParse(Tie, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw Problem(Tie);

    /// <summary>Reads the cursor of a query, if it has one.</summary>
    /// <exception cref="InvalidCursorException">It is none of a search sorted like this.</exception>
    public static ArticleCursor? Of(ArticleQuery query)
    {
        if (query.After is null) return null;
        var parts = query.After.Split('~');
        return parts.Length is 3 or 4 && parts[0] == Name(query.Sort) && parts[2].Length > 0
            ? new ArticleCursor(parts[1], parts[2]) { Snapshot = parts.ElementAtOrDefault(3) }
            : throw Problem(query.After);
    }

    /// <summary>Prints it for a search sorted by <paramref name="sort"/>.</summary>
    public string Print(ArticleSort sort) => $"{Name(sort)}~{Value}~{Tie}" + (Snapshot is null ? "" : "~" + Snapshot);

    private static string Name(ArticleSort sort) => sort.ToString().ToLowerInvariant();

    /// <summary>What is said of a cursor that is none.</summary>
    public static InvalidCursorException Problem(string text) =>
        new($"'{text}' is not a cursor of this search: use the 'next' of a page unchanged, with the same sort.");
}
