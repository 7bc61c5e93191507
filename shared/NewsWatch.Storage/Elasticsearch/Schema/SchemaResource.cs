using System.Text.Json.Nodes;

namespace NewsWatch.Storage.Elasticsearch.Schema;

/// <summary>The templates that are embedded in this assembly.</summary>
internal static class SchemaResource
{
    /// <summary>Counts changes of the templates. A higher number is written over a lower one, never the other way round.</summary>
    public const int Version = 1;

    /// <summary>A template's body by its name.</summary>
    public static JsonObject Read(string name)
    {
        using var stream = typeof(SchemaResource).Assembly.GetManifestResourceStream($"NewsWatch.Storage.Elasticsearch.Schema.{name}.json")
            ?? throw new InvalidOperationException($"The template {name} is not embedded.");
        return JsonNode.Parse(stream)!.AsObject();
    }
}
