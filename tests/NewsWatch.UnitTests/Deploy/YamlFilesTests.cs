using System.Text.Json;
using Xunit;

namespace NewsWatch.UnitTests.Deploy;

public sealed class YamlFilesTests
{
    public static TheoryData<string> YamlFiles =>
        new(["docker-compose.yml", .. RepositoryFiles.Under("deploy", "*.yml"), .. RepositoryFiles.Under("deploy", "*.yaml")]);

    public static TheoryData<string> JsonFiles => new(RepositoryFiles.Under("deploy", "*.json"));

    [Theory]
    [MemberData(nameof(YamlFiles))]
    public void Every_YAML_file_parses_and_holds_something(string file) => Assert.All(Yaml.Documents(file), document => Assert.NotEmpty(document.Entries()));

    [Theory]
    [MemberData(nameof(JsonFiles))]
    public void Every_JSON_file_parses(string file) => Assert.Equal(JsonValueKind.Object, JsonDocument.Parse(RepositoryFiles.Read(file)).RootElement.ValueKind);
}
