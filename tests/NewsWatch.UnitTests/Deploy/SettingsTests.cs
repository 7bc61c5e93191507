using System.Text.RegularExpressions;
using Xunit;

namespace NewsWatch.UnitTests.Deploy;

/// <summary>A misspelt variable is ignored in silence, so each that a file sets must be one that the code reads.</summary>
public sealed partial class SettingsTests
{
    private static readonly string[] KnownConnectionStrings = ["ConnectionStrings__rabbitmq", "ConnectionStrings__elasticsearch"];

    private static IEnumerable<string> Files =>
        ["docker-compose.yml", "deploy/Dockerfile", "deploy/README.md", .. RepositoryFiles.Under("deploy/kubernetes", "*.yaml"), .. RepositoryFiles.Under("deploy/systemd", "*")];

    [Fact]
    public void Every_setting_that_a_file_uses_is_read_by_some_code()
    {
        var used = Files.SelectMany(file => Setting().Matches(RepositoryFiles.Read(file))).Select(match => match.Value).Distinct().ToList();
        Assert.NotEmpty(used);
        Assert.All(used, setting => Assert.True(SourceFacts.ReadsSetting(setting), $"No code reads '{setting}'."));
    }

    [Fact]
    public void Every_connection_string_is_one_of_the_two() =>
        Assert.All(Files.SelectMany(file => ConnectionString().Matches(RepositoryFiles.Read(file))), match => Assert.Contains(match.Value, KnownConnectionStrings));

    [GeneratedRegex(@"\bNewsWatch__[A-Za-z_]+")]
    private static partial Regex Setting();

    [GeneratedRegex(@"\bConnectionStrings__\w+")]
    private static partial Regex ConnectionString();
}
