using NewsWatch.Matching.Language;
using NewsWatch.Matching.Language.Fragments;

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

    /// <summary>The fragments it was read with, those inside fragments included.</summary>
    public IReadOnlyList<FragmentUse> Fragments { get; init; } = [];

    /// <summary>Reads a query.</summary>
    public static QueryCheck Of(string? text, IFragmentSource fragments) => Of(text, written =>
    {
        var query = WatchQuery.Parse(written, fragments);
        return new QueryCheck { Canonical = query.ToCanonicalText(), Explain = query.Explain(), Hints = query.Hints, Fragments = query.Fragments };
    });

    /// <summary>Reads a fragment, which may hold for every article but may not contain itself.</summary>
    public static QueryCheck OfFragment(string name, string? text, IFragmentSource others) => Of(text, written =>
    {
        var fragment = ParsedFragment.Parse(new Fragment(name, 0, written), others);
        return new QueryCheck { Canonical = fragment.ToCanonicalText(), Explain = fragment.Explain(), Hints = fragment.Hints, Fragments = fragment.Fragments };
    });

    private static QueryCheck Of(string? text, Func<string, QueryCheck> read)
    {
        if (string.IsNullOrWhiteSpace(text)) return new QueryCheck { Error = new QueryError(1, "end of query", "a word or a phrase", "The query is empty: write a word, or a phrase in quotes.", null) };
        try
        {
            return read(text);
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
