using System.Text.Json.Nodes;

namespace NewsWatch.IntegrationTests.Storage.Kibana;

/// <summary>What Kibana asks Elasticsearch to show the objects of deploy/kibana/newswatch.ndjson: a search for each panel, session and drop-down.</summary>
internal static class KibanaSearches
{
    /// <summary>The objects.</summary>
    public static IReadOnlyList<JsonObject> Read()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "NewsWatch.sln"))) folder = folder.Parent!;
        return [.. File.ReadLines(Path.Combine(folder.FullName, "deploy", "kibana", "newswatch.ndjson")).Select(line => JsonNode.Parse(line)!.AsObject())];
    }

    /// <summary>Index pattern, name and body of each search.</summary>
    public static IEnumerable<(string View, string Name, JsonObject Body)> Of(IReadOnlyList<JsonObject> objects)
    {
        foreach (var o in objects)
        {
            var attributes = o["attributes"]!;
            switch ((string)o["type"]!)
            {
                case "lens":
                    foreach (var (_, layer) in attributes["state"]!["datasourceStates"]!["formBased"]!["layers"]!.AsObject()) yield return (View(objects, o), (string)o["id"]!, Lens(layer!));
                    break;
                case "search":
                    yield return (View(objects, o), (string)o["id"]!, Session(attributes));
                    break;
                case "dashboard":
                    foreach (var (name, control) in JsonNode.Parse((string)attributes["controlGroupInput"]!["panelsJSON"]!)!.AsObject())
                        yield return (View(objects, o, $"controlGroup_{name}:optionsListDataView"), $"{o["id"]} {name}", Terms((string)control!["explicitInput"]!["fieldName"]!, 10, []));
                    break;
            }
        }
    }

    /// <summary>The fields that each data view is asked for.</summary>
    public static IEnumerable<(string View, IEnumerable<string> Fields)> Fields(IReadOnlyList<JsonObject> objects)
    {
        foreach (var o in objects)
        {
            var attributes = o["attributes"]!;
            if ((string)o["type"]! == "search") yield return (View(objects, o), attributes["columns"]!.AsArray().Select(c => (string)c!).Append((string)attributes["breakdownField"]!));
            if ((string)o["type"]! == "index-pattern")
                yield return ((string)attributes["title"]!, JsonNode.Parse((string)attributes["fieldFormatMap"]!)!.AsObject().Select(f => f.Key).Append((string)attributes["timeFieldName"]!));
        }
    }

    /// <summary>Whether a panel with this answer has anything to show.</summary>
    public static bool ShowsSomething(JsonNode answer) => (int)answer["hits"]!["total"]!["value"]! > 0
        && (answer["aggregations"]?.AsObject().All(a => a.Value!["buckets"] is JsonArray buckets ? buckets.Count > 0 : (double?)(a.Value["value"] ?? a.Value["doc_count"]) > 0) ?? true);

    private static string View(IReadOnlyList<JsonObject> objects, JsonObject o, string? reference = null)
    {
        var id = (string)o["references"]!.AsArray().First(r => reference is null || (string)r!["name"]! == reference)!["id"]!;
        return (string)objects.Single(v => (string)v["type"]! == "index-pattern" && (string)v["id"]! == id)["attributes"]!["title"]!;
    }

    private static JsonObject Session(JsonNode attributes) => new()
    {
        ["size"] = 500,
        ["track_total_hits"] = true,
        ["sort"] = new JsonArray([.. attributes["sort"]!.AsArray().Select(s => new JsonObject { [(string)s![0]!] = new JsonObject { ["order"] = (string)s[1]!, ["unmapped_type"] = "boolean" } })]),
        ["fields"] = new JsonArray([.. attributes["columns"]!.AsArray().Select(c => c!.DeepClone())]),
        ["aggs"] = new JsonObject { ["breakdown"] = Terms((string)attributes["breakdownField"]!, 3, [])["aggs"]!["values"]!.DeepClone() },
    };

    // Bucketed columns nest in their order, and what is measured stands in the innermost.
    private static JsonObject Lens(JsonNode layer)
    {
        var columns = layer["columnOrder"]!.AsArray().Select(name => (Name: (string)name!, Column: layer["columns"]![(string)name!]!)).ToArray();
        var inner = new JsonObject();
        foreach (var (name, column) in columns.Where(c => !(bool)c.Column["isBucketed"]!))
        {
            if (Measure(column) is { } measure) inner[name] = measure;
        }

        foreach (var (name, column) in columns.Where(c => (bool)c.Column["isBucketed"]!).Reverse())
        {
            var bucket = Bucket(column);
            if (inner.Count > 0) bucket["aggs"] = inner;
            inner = new JsonObject { [name] = bucket };
        }

        var body = new JsonObject { ["size"] = 0, ["track_total_hits"] = true };
        if (inner.Count > 0) body["aggs"] = inner;
        return body;
    }

    private static JsonObject Bucket(JsonNode column) => (string)column["operationType"]! == "terms"
        ? Terms((string)column["sourceField"]!, (int)column["params"]!["size"]!, [])["aggs"]!["values"]!.DeepClone().AsObject()
        : new JsonObject { ["date_histogram"] = new JsonObject { ["field"] = (string)column["sourceField"]!, ["fixed_interval"] = "3h", ["time_zone"] = "UTC" } };

    private static JsonObject? Measure(JsonNode column) => ((string)column["operationType"]!, column["filter"]) switch
    {
        ("count", null) => null,
        ("count", { } filter) => new JsonObject { ["filter"] = GreaterThan((string)filter["query"]!) },
        ("unique_count", _) => new JsonObject { ["cardinality"] = new JsonObject { ["field"] = (string)column["sourceField"]! } },
        ("max", _) => new JsonObject { ["max"] = new JsonObject { ["field"] = (string)column["sourceField"]! } },
        var (operation, _) => throw new NotSupportedException($"Which search does Kibana make of {operation}?"),
    };

    // The one kind of KQL that a column here is filtered by: FIELD > NUMBER.
    private static JsonObject GreaterThan(string kql)
    {
        var parts = kql.Split(" > ");
        return new JsonObject { ["range"] = new JsonObject { [parts[0]] = new JsonObject { ["gt"] = parts[1] } } };
    }

    private static JsonObject Terms(string field, int size, JsonObject inner)
    {
        var terms = new JsonObject { ["terms"] = new JsonObject { ["field"] = field, ["size"] = size } };
        if (inner.Count > 0) terms["aggs"] = inner;
        return new JsonObject { ["size"] = 0, ["track_total_hits"] = true, ["aggs"] = new JsonObject { ["values"] = terms } };
    }
}
