using System.Text.Json.Nodes;

namespace NewsWatch.Storage.Elasticsearch.Articles.Search;

/// <summary>The set of articles that holds at least everything a query finds, as the query DSL can say it.</summary>
/// <param name="Query">The clause; <see langword="null"/> for the set of all articles.</param>
/// <param name="Exact">The set is exactly what the query finds; else the matcher decides about each of it.</param>
internal sealed record DslBound(JsonObject? Query, bool Exact)
{
    /// <summary>Says nothing: any article may be found.</summary>
    public static DslBound Anything { get; } = new(null, false);

    /// <summary>Exactly what a clause finds.</summary>
    public static DslBound Exactly(JsonObject query) => new(query, true);

    /// <summary>At most what a clause finds.</summary>
    public static DslBound Within(JsonObject query) => new(query, false);

    /// <summary>The same set, of which not all may hold.</summary>
    public DslBound Loosely() => this with { Exact = false };

    /// <summary>What is not in the set, as far as that is known.</summary>
    public DslBound Not() => Exact && Query is not null ? Exactly(Dsl.Bool("must_not", [Query])) : Anything;

    /// <summary>What is in every set.</summary>
    public static DslBound All(IReadOnlyCollection<DslBound> bounds)
    {
        var clauses = bounds.Where(b => b.Query is not null).Select(b => b.Query!).ToArray();
        return new DslBound(clauses.Length switch { 0 => null, 1 => clauses[0], _ => Dsl.Bool("must", clauses) }, bounds.All(b => b.Exact));
    }

    /// <summary>What is in at least one set.</summary>
    public static DslBound Any(IReadOnlyCollection<DslBound> bounds) => bounds.Any(b => b.Query is null)
        ? Anything
        : new DslBound(bounds.Count == 1 ? bounds.First().Query : Dsl.Bool("should", bounds.Select(b => b.Query!)), bounds.All(b => b.Exact));
}
