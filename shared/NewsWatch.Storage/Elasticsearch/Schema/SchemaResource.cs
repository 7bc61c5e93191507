using System.Text.Json.Nodes;

namespace NewsWatch.Storage.Elasticsearch.Schema;

/// <summary>The templates that are embedded in this assembly.</summary>
internal static class SchemaResource
{
    /// <summary>
    /// Counts changes of the templates. A higher number is written over a lower one, never the other way round, and indices of a lower one are
    /// rolled (<see cref="IndexRoller"/>) unless <see cref="Oldest"/> lets them be: raise it with every change of a mapping or an analyzer.
    /// </summary>
    public const int Version = 2;

    /// <summary>The oldest version in whose indices the same is found in the same way; what differs since then is only how fast they are written.</summary>
    public const int Oldest = 1;

    private const string Mark = "newswatch";

    /// <summary>A template's body by its name; its mapping says which version it is of.</summary>
    public static JsonObject Read(string name)
    {
        using var stream = typeof(SchemaResource).Assembly.GetManifestResourceStream($"NewsWatch.Storage.Elasticsearch.Schema.{name}.json")
            ?? throw new InvalidOperationException($"The template {name} is not embedded.");
        var body = JsonNode.Parse(stream)!.AsObject();
        if (body["template"]!["mappings"] is { } mappings) mappings["_meta"] = new JsonObject { [Mark] = Version };
        return body;
    }

    /// <summary>The version of an index by its mapping. The first that was marked was 1.</summary>
    public static int VersionOf(JsonNode mappings) => (int?)mappings["_meta"]?[Mark] ?? 1;

    /// <summary>An index as its template would make it, but without the template's aliases.</summary>
    public static JsonObject Index(string name)
    {
        var template = Read(name)["template"]!;
        var settings = Read("settings")["template"]!["settings"]!.DeepClone();
        foreach (var (key, value) in template["settings"]?["index"]?.AsObject() ?? []) settings["index"]![key] = value!.DeepClone();
        return new JsonObject { ["settings"] = settings, ["mappings"] = template["mappings"]!.DeepClone() };
    }
}
