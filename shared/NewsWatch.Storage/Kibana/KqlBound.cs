namespace NewsWatch.Storage.Kibana;

/// <summary>The set of articles that holds at least everything a query finds, as KQL can say it.</summary>
/// <param name="Text">The expression; <see langword="null"/> for the set of all articles.</param>
/// <param name="Joined">What joins its parts at the top: <c>and</c>, <c>or</c>, or nothing.</param>
/// <param name="Exact">The set is exactly what the query finds.</param>
/// <param name="Reasons">What could not be said, as sentences.</param>
internal sealed record KqlBound(string? Text, string Joined, bool Exact, IReadOnlyList<string> Reasons)
{
    /// <summary>Exactly what an expression finds.</summary>
    public static KqlBound Exactly(string text, string joined = "") => new(text, joined, true, []);

    /// <summary>Says nothing: any article may be found.</summary>
    public static KqlBound Anything(params IReadOnlyList<string> reasons) => new(null, "", false, reasons);

    /// <summary>A wider set than was meant.</summary>
    public KqlBound Without(string reason) => this with { Exact = false, Reasons = [.. Reasons, reason] };

    /// <summary>What is not in the set, as far as that is known.</summary>
    public KqlBound Not() => Exact && Text is not null ? this with { Text = "not " + Bracketed("not"), Joined = "not" } : Anything(Reasons);

    /// <summary>What is in every set.</summary>
    public static KqlBound All(IReadOnlyCollection<KqlBound> bounds) => Join(bounds, [.. bounds.Where(b => b.Text is not null)], "and");

    /// <summary>What is in at least one set.</summary>
    public static KqlBound Any(IReadOnlyCollection<KqlBound> bounds) => Join(bounds, bounds.Any(b => b.Text is null) ? [] : bounds, "or");

    private static KqlBound Join(IReadOnlyCollection<KqlBound> all, IReadOnlyCollection<KqlBound> said, string with)
    {
        var reasons = all.SelectMany(b => b.Reasons).Distinct().ToArray();
        var exact = all.All(b => b.Exact);
        if (said.Count == 0) return new KqlBound(null, "", exact, reasons);
        return said.Count == 1
            ? said.First() with { Exact = exact, Reasons = reasons }
            : new KqlBound(string.Join($" {with} ", said.Select(b => b.Bracketed(with))), with, exact, reasons);
    }

    private string Bracketed(string within) => Joined.Length == 0 || (Joined == within && within != "not") || (Joined == "not" && within != "not") ? Text! : $"({Text})";
}
