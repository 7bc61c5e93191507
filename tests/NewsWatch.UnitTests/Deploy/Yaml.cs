using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace NewsWatch.UnitTests.Deploy;

/// <summary>Reads YAML of the repository, merge keys (<c>&lt;&lt;</c>) resolved.</summary>
internal static class Yaml
{
    public static IReadOnlyList<YamlNode> Documents(string file)
    {
        var stream = new YamlStream();
        stream.Load(new MergingParser(new Parser(new StringReader(RepositoryFiles.Read(file)))));
        return [.. stream.Documents.Select(document => document.RootNode)];
    }

    public static YamlMappingNode Document(string file) => (YamlMappingNode)Documents(file).Single();

    /// <summary>The node at the end of a path of keys, or <see langword="null"/>.</summary>
    public static YamlNode? At(this YamlNode? node, params string[] path) =>
        path.Aggregate(node, (current, key) => current is YamlMappingNode map && map.Children.TryGetValue(new YamlScalarNode(key), out var child) ? child : null);

    public static IEnumerable<KeyValuePair<string, YamlNode>> Entries(this YamlNode? node) =>
        node is YamlMappingNode map ? map.Children.Select(entry => KeyValuePair.Create(entry.Key.ToString(), entry.Value)) : [];

    public static IEnumerable<string> Texts(this YamlNode? node) => node switch
    {
        YamlSequenceNode list => list.Select(item => item.ToString()),
        YamlScalarNode { Value: { } text } => [text],
        _ => [],
    };
}
