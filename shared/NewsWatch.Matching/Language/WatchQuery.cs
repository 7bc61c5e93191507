using NewsWatch.Matching.Language.Tree;

namespace NewsWatch.Matching.Language;

/// <summary>A parsed query of the watch language.</summary>
public sealed class WatchQuery
{
    /// <summary>The query as written.</summary>
    public string Text => throw new NotSupportedException();

    /// <summary>Its syntax tree.</summary>
    public QueryNode Root => throw new NotSupportedException();

    /// <summary>Reads a query.</summary>
    /// <exception cref="QuerySyntaxException">It is not well formed, or would match everything.</exception>
    public static WatchQuery Parse(string text) => throw new NotSupportedException();

    /// <summary>The query in canonical form: parsing it yields the same tree.</summary>
    public string ToCanonicalText() => throw new NotSupportedException();

    /// <summary>The query in plain words.</summary>
    public string Explain() => throw new NotSupportedException();
}
