using NewsWatch.Matching.Language;

namespace NewsWatch.Gateway.Queries;

/// <summary>What reading a query says: either <see cref="Error"/>, or its canonical form and its meaning.</summary>
public sealed record QueryCheck
{
    public QueryError? Error { get; init; }

    /// <summary>The query in canonical form.</summary>
    public string? Canonical { get; init; }

    /// <summary>The query in plain words.</summary>
    public string? Explain { get; init; }

    /// <summary>What is allowed but may not be what was meant.</summary>
    public IReadOnlyList<QueryHint> Hints { get; init; } = [];

    /// <summary>Reads a query.</summary>
    public static QueryCheck Of(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return new QueryCheck { Error = new QueryError(1, "end of query", "a word or a phrase", "The query is empty: write a word, or a phrase in quotes.", null) };
        try
        {
            var query = WatchQuery.Parse(text);
            return new QueryCheck { Canonical = query.ToCanonicalText(), Explain = query.Explain(), Hints = query.Hints };
        }
        catch (QuerySyntaxException e)
        {
            return new QueryCheck { Error = QueryError.Of(e) };
        }
    }
}

/// <summary>Why a query cannot be read.</summary>
/// <param name="Column">1-based, in UTF-16 units.</param>
/// <param name="Found">What stands there.</param>
/// <param name="Expected">What could stand there.</param>
/// <param name="Message">Both as a sentence.</param>
/// <param name="Suggestion">The whole query as it was probably meant.</param>
public sealed record QueryError(int Column, string Found, string Expected, string Message, string? Suggestion)
{
    internal static QueryError Of(QuerySyntaxException e) => new(e.Column, e.Found, e.Expected, e.Message, e.Suggestion);
}
