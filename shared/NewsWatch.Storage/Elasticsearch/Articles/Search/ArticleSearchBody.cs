using System.Text.Json.Nodes;
using NewsWatch.Storage.Articles;

namespace NewsWatch.Storage.Elasticsearch.Articles.Search;

/// <summary>A search for articles as the server reads it.</summary>
internal sealed class ArticleSearchBody
{
    private readonly JsonObject _query;
    private readonly ArticleSort _sort;

    public ArticleSearchBody(ArticleQuery query)
    {
        var bound = query.Query is null ? new DslBound(null, true) : DslQueryCompiler.Compile(query.Query.Root);
        Exact = bound.Exact;
        Matcher = query.Query is null ? null : QueryMatcher.Of(query.Query);
        _sort = query.Sort == ArticleSort.Relevance && query.Query is null ? ArticleSort.Seen : query.Sort;
        var filter = Filter(query);
        var clauses = new JsonObject { ["filter"] = filter };
        if (bound.Query is not null && _sort == ArticleSort.Relevance) clauses["must"] = bound.Query;
        else if (bound.Query is not null) filter.Add(bound.Query);
        _query = new JsonObject { ["bool"] = clauses };
    }

    /// <summary>Whether the server's answer is the answer; else it is candidates.</summary>
    public bool Exact { get; }

    /// <summary>The query's matcher, or <see langword="null"/> where everything is found.</summary>
    public QueryMatcher? Matcher { get; }

    /// <summary>A page.</summary>
    public JsonObject Page(int size, JsonNode? after, bool total)
    {
        var body = new JsonObject { ["size"] = size, ["track_total_hits"] = total, ["query"] = _query.DeepClone(), ["sort"] = Sort() };
        if (after is not null) body["search_after"] = after;
        // Bodies travel only where highlights or the matcher need them.
        if (Matcher is null) body["_source"] = new JsonObject { ["excludes"] = new JsonArray("body") };
        return body;
    }

    /// <summary>Counts a day.</summary>
    public JsonObject Days()
    {
        var histogram = new JsonObject { ["field"] = "seen", ["calendar_interval"] = "day", ["min_doc_count"] = 1, ["format"] = "yyyy-MM-dd" };
        return new JsonObject
        {
            ["size"] = 0,
            ["track_total_hits"] = false,
            ["query"] = _query.DeepClone(),
            ["aggs"] = new JsonObject { ["days"] = new JsonObject { ["date_histogram"] = histogram } },
        };
    }

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
        if (query.From is { } from) filter.Add(Seen("gte", from));
        if (query.To is { } to) filter.Add(Seen("lt", to));
        return filter;
    }

    private static JsonObject Seen(string bound, DateTimeOffset time) =>
        new() { ["range"] = new JsonObject { ["seen"] = new JsonObject { [bound] = time.ToUnixTimeMilliseconds(), ["format"] = "epoch_millis" } } };
}
