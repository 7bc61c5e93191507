using System.Text;
using System.Text.Json.Nodes;
using NewsWatch.Contracts;
using NewsWatch.Storage.Alerts;

namespace NewsWatch.Storage.Elasticsearch.Alerts;

/// <summary>A query for alerts as a search body.</summary>
internal static class AlertQueryJson
{
    public static JsonObject Of(AlertQuery query, AlertCursor? after)
    {
        var filter = new JsonArray();
        if (query.Watch is not null) filter.Add(Clause("term", "watch.id", query.Watch));
        if (query.Article is not null) filter.Add(Clause("term", "article", query.Article));
        if (query.From is { } from) filter.Add(Raised("gte", from));
        if (query.To is { } to) filter.Add(Raised("lt", to));
        if (Topic(query.Topic) is { } topic) filter.Add(topic);
        var order = query.OldestFirst ? "asc" : "desc";
        var body = new JsonObject
        {
            ["size"] = query.Limit + 1,
            ["track_total_hits"] = false,
            ["query"] = new JsonObject { ["bool"] = new JsonObject { ["filter"] = filter } },
            ["sort"] = new JsonArray(new JsonObject { ["raised"] = order }, new JsonObject { ["id"] = order }),
        };
        if (after is { } cursor) body["search_after"] = new JsonArray(cursor.Raised.ToUnixTimeMilliseconds(), cursor.Id);
        return body;
    }

    private static JsonObject? Topic(TopicPattern pattern)
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

    private static JsonObject Raised(string bound, DateTimeOffset time) =>
        new() { ["range"] = new JsonObject { ["raised"] = new JsonObject { [bound] = time.ToUnixTimeMilliseconds(), ["format"] = "epoch_millis" } } };

    private static JsonObject Clause(string kind, string field, string value) => new() { [kind] = new JsonObject { [field] = new JsonObject { ["value"] = value } } };
}
