using System.Text.Json.Nodes;
using NewsWatch.Storage.Articles;

namespace NewsWatch.Storage.Elasticsearch.Articles.Search;

/// <summary>A search for articles as the server reads it.</summary>
internal sealed class ArticleSearchBody
{
    private readonly JsonObject _query;
    private readonly ArticleSort _sort;

    /// <param name="query">What to find.</param>
    /// <param name="alerted">Holds for the articles that there are alerts about; <see langword="null"/> where that does not matter.</param>
    public ArticleSearchBody(ArticleQuery query, JsonObject? alerted)
    {
        var bound = query.Query is null ? new DslBound(null, true) : DslQueryCompiler.Compile(query.Query.Root);
        Exact = bound.Exact;
        Matcher = query.Query is null ? null : QueryMatcher.Of(query.Query);
        _sort = query.Sort == ArticleSort.Relevance && query.Query is null ? ArticleSort.Seen : query.Sort;
        var filter = Filter(query);
        if (alerted is not null) filter.Add(alerted);
        var clauses = new JsonObject { ["filter"] = filter };
        if (bound.Query is not null && _sort == ArticleSort.Relevance) clauses["must"] = bound.Query;
        else if (bound.Query is not null) filter.Add(bound.Query);
        _query = new JsonObject { ["bool"] = clauses };
    }

    /// <summary>Whether the server's answer is the answer; else it is candidates.</summary>
    public bool Exact { get; }

    /// <summary>The query's matcher, or <see langword="null"/> where everything is found.</summary>
    public QueryMatcher? Matcher { get; }

    /// <summary>Whether it is sorted by scores, which change as articles come.</summary>
    public bool Ranked => _sort == ArticleSort.Relevance;

    /// <summary>A page.</summary>
    /// <param name="size">Most hits.</param>
    /// <param name="after">Where the page before ended.</param>
    /// <param name="total">Whether to count all that is found.</param>
    /// <param name="bodies">Whether the caller needs the bodies even where highlights do not.</param>
    public JsonObject Page(int size, JsonNode? after, bool total, bool bodies = false)
    {
        var body = new JsonObject { ["size"] = size, ["track_total_hits"] = total, ["query"] = _query.DeepClone(), ["sort"] = Sort() };
        if (after is not null) body["search_after"] = after;
        // Bodies travel only where highlights or the matcher need them.
        if (Matcher is null && !bodies) body["_source"] = new JsonObject { ["excludes"] = new JsonArray("body") };
        return body;
    }

    /// <summary>Counts a day.</summary>
    public JsonObject Days() => Counted(
        "days", new JsonObject { ["date_histogram"] = new JsonObject { ["field"] = "seen", ["calendar_interval"] = "day", ["min_doc_count"] = 1, ["format"] = "yyyy-MM-dd" } });

    /// <summary>Counts the values of a field, most first, equal counts by value.</summary>
    public JsonObject Values(string field, int limit)
    {
        var order = new JsonArray(new JsonObject { ["_count"] = "desc" }, new JsonObject { ["_key"] = "asc" });
        return Counted("values", new JsonObject { ["terms"] = new JsonObject { ["field"] = field, ["size"] = limit, ["order"] = order } });
    }

    private JsonObject Counted(string name, JsonObject aggregation) => new()
    {
        ["size"] = 0,
        ["track_total_hits"] = false,
        ["query"] = _query.DeepClone(),
        ["aggs"] = new JsonObject { [name] = aggregation },
    };

    private JsonArray Sort() => _sort switch
    {
        ArticleSort.Published => [new JsonObject { ["published"] = new JsonObject { ["order"] = "desc", ["missing"] = "_last" } }, Id()],
        ArticleSort.Relevance => [new JsonObject { ["_score"] = "desc" }, Id()],
        _ => [new JsonObject { ["seen"] = "desc" }, Id()],
    };

    private static JsonObject Id() => new() { ["id"] = "desc" };

    private static JsonArray Filter(ArticleQuery query)
    {
        var filter = new JsonArray();
        if (query.Source is not null) filter.Add(Dsl.Term("outlet", OutletKey.Of(query.Source)));
        if (query.Lang is not null) filter.Add(Dsl.Term("lang", query.Lang));
        if (query.From is { } from) filter.Add(Dsl.Time("seen", "gte", from));
        if (query.To is { } to) filter.Add(Dsl.Time("seen", "lt", to));
        return filter;
    }
}
