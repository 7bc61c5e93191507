using System.Text.Encodings.Web;
using System.Text.Json;
using NewsWatch.Matching.Language;
using NewsWatch.Storage.Elasticsearch.Articles.Search;
using NewsWatch.Storage.Kibana;
using NewsWatch.Storage.Sqlite.Articles.Search;

namespace NewsWatch.Storage.Articles;

/// <summary>What a query becomes in a store: for people who want to see it, and for the tests.</summary>
/// <param name="Text">The store's own words; empty where it can narrow nothing.</param>
/// <param name="Exact">Whether the store finds exactly what the query finds; else its answer is candidates, and the matcher decides about each.</param>
public sealed record QueryTranslation(string Text, bool Exact)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What could not be said, as sentences for people; empty where all was, and where a store says nothing about it.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];

    /// <summary>What is typed into Kibana's search bar to find the same; what KQL cannot say is named in <see cref="Reasons"/>, and the text then finds more.</summary>
    public static QueryTranslation ToKql(WatchQuery query)
    {
        var bound = KqlQueryCompiler.Compile(query.Root);
        return new(bound.Text ?? "", bound.Exact) { Reasons = bound.Reasons };
    }

    /// <summary>The clause of the query DSL, as indented JSON.</summary>
    public static QueryTranslation ToElasticsearch(WatchQuery query)
    {
        var bound = DslQueryCompiler.Compile(query.Root);
        return new(bound.Query?.ToJsonString(Indented) ?? "", bound.Exact);
    }

    /// <summary>The FTS5 expression over the table <c>words</c>; one that begins with <c>NOT</c> names what is not found.</summary>
    public static QueryTranslation ToSqlite(WatchQuery query)
    {
        var bound = FtsQueryCompiler.Compile(query.Root);
        return new(bound.Complement ? $"NOT ({bound.Expression})" : bound.Expression ?? "", bound.Exact);
    }
}
