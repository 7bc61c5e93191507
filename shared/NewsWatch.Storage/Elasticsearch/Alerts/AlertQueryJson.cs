using System.Text;
using System.Text.Json.Nodes;
using NewsWatch.Contracts;
using NewsWatch.Storage.Alerts;
using NewsWatch.Storage.Elasticsearch.Articles.Search;

namespace NewsWatch.Storage.Elasticsearch.Alerts;

/// <summary>A query for alerts as a search body.</summary>
internal static class AlertQueryJson
{
    public static JsonObject Of(AlertQuery query, AlertCursor? after)
    {
        var order = query.OldestFirst ? "asc" : "desc";
        var body = new JsonObject
        {
            ["size"] = query.Limit + 1,
            ["track_total_hits"] = false,
            ["query"] = Filter(query),
            ["sort"] = new JsonArray(new JsonObject { ["raised"] = order }, new JsonObject { ["id"] = order }),
        };
        if (after is { } cursor) body["search_after"] = new JsonArray(cursor.Raised.ToUnixTimeMilliseconds(), cursor.Id);
        return body;
    }

    /// <summary>Counts by watch and day, a page of them.</summary>
    public static JsonObject PerDay(AlertQuery query, int size, JsonNode? after)
    {
        var composite = new JsonObject
        {
            ["size"] = size,
            ["sources"] = new JsonArray(
                new JsonObject { ["watch"] = new JsonObject { ["terms"] = new JsonObject { ["field"] = "watch.id" } } },
                new JsonObject { ["day"] = new JsonObject { ["date_histogram"] = new JsonObject { ["field"] = "raised", ["calendar_interval"] = "day" } } }),
        };
        if (after is not null) composite["after"] = after;
        return new JsonObject
        {
            ["size"] = 0,
            ["track_total_hits"] = false,
            ["query"] = Filter(query),
            ["aggs"] = new JsonObject { ["days"] = new JsonObject { ["composite"] = composite } },
        };
    }

    private static JsonObject Filter(AlertQuery query)
    {
        var filter = new JsonArray();
        if (query.Watch is not null) filter.Add(Clause("term", "watch.id", query.Watch));
        if (query.Article is not null) filter.Add(Clause("term", "article", query.Article));
        if (query.From is { } from) filter.Add(Dsl.Time("raised", "gte", from));
        if (query.To is { } to) filter.Add(Dsl.Time("raised", "lt", to));
        if (Topic(query.Topic) is { } topic) filter.Add(topic);
        return new JsonObject { ["bool"] = new JsonObject { ["filter"] = filter } };
    }

    /// <summary>A clause for a pattern; <see langword="null"/> where it matches every topic.</summary>
    public static JsonObject? Topic(TopicPattern pattern)
    {
        var text = pattern.ToString();
        if (text == TopicPattern.All.ToString()) return null;
        return pattern.IsLiteral ? Clause("term", "topic", text) : Clause("regexp", "topic", Expression(text.Split('.')));
    }

    // '#' takes its dot with it: "a.#" is "a" and whatever follows a dot. At the front the dot stands behind.
    private static string Expression(string[] segments)
    {
        const string Word = "[a-z0-9-]+";
        var expression = new StringBuilder();
        var first = true;
        foreach (var segment in segments)
        {
            if (segment == "#")
            {
                expression.Append(first ? $"({Word}\\.)*" : $"(\\.{Word})*");
                continue;
            }

            expression.Append(first ? "" : "\\.").Append(segment == "*" ? Word : segment);
            first = false;
        }

        return expression.ToString();
    }

    private static JsonObject Clause(string kind, string field, string value) => new() { [kind] = new JsonObject { [field] = new JsonObject { ["value"] = value } } };
}
