using Xunit;

namespace NewsWatch.UnitTests.Architecture;

public sealed class ArchitectureTests
{
    [Fact]
    public void Projects_build_only_on_what_they_may() => Assert.Empty(ProjectFile.All.SelectMany(ReferenceRules.Problems));

    [Fact]
    public void Adapters_are_named_only_at_home() => Assert.Empty(SourceRules.Sources().SelectMany(s => SourceRules.Problems(s.Path, s.Text)));

    [Fact]
    public void The_rules_see_the_projects_and_the_sources()
    {
        Assert.Superset(new HashSet<string> { "NewsWatch.Contracts", "NewsWatch.Gateway", "NewsWatch.UnitTests" }, ProjectFile.All.Select(p => p.Name).ToHashSet());
        Assert.Contains(ProjectFile.All, p => p.Name == "NewsWatch.Gateway" && p.References.Contains("NewsWatch.Storage"));
        Assert.Contains(SourceRules.Sources(), s => s.Path == "shared/NewsWatch.Contracts/Topic.cs");
    }

    [Theory]
    [InlineData("services/NewsWatch.Gateway/NewsWatch.Gateway.csproj", "ProjectReference", "../NewsWatch.Indexer/NewsWatch.Indexer.csproj", "NewsWatch.Gateway must not reference NewsWatch.Indexer.")]
    [InlineData("shared/NewsWatch.Contracts/NewsWatch.Contracts.csproj", "ProjectReference", @"..\NewsWatch.Storage\NewsWatch.Storage.csproj", "NewsWatch.Contracts must not reference NewsWatch.Storage.")]
    [InlineData("services/NewsWatch.Watcher/NewsWatch.Watcher.csproj", "PackageReference", "Elastic.Clients.Elasticsearch", "NewsWatch.Watcher must not use Elastic.Clients.Elasticsearch; it belongs to NewsWatch.Storage.")]
    [InlineData("services/NewsWatch.Cli/NewsWatch.Cli.csproj", "PackageReference", "RabbitMQ.Client", "NewsWatch.Cli must not use RabbitMQ.Client; it belongs to NewsWatch.ServiceDefaults.")]
    [InlineData("tests/NewsWatch.UnitTests/NewsWatch.UnitTests.csproj", "PackageReference", "Microsoft.Data.Sqlite", "NewsWatch.UnitTests must not use Microsoft.Data.Sqlite; it belongs to NewsWatch.Storage.")]
    [InlineData("shared/NewsWatch.Matching/NewsWatch.Matching.csproj", "PackageReference", "Lucene.Net", "NewsWatch.Matching must not need a package, not even Lucene.Net.")]
    [InlineData("services/NewsWatch.Novel/NewsWatch.Novel.csproj", "ProjectReference", "", "NewsWatch.Novel is not in the table of allowed references; decide what it may build on.")]
    public void A_forbidden_reference_is_caught(string path, string kind, string included, string problem)
    {
        var project = ProjectFile.Parse(path, $"""<Project Sdk="Microsoft.NET.Sdk"><ItemGroup><{kind} Include="{included}" /></ItemGroup></Project>""");

        Assert.Equal([problem], ReferenceRules.Problems(project));
    }

    [Theory]
    [InlineData("services/NewsWatch.Gateway/Search.cs", "using Elastic.Clients.Elasticsearch;")]
    [InlineData("shared/NewsWatch.Storage/Sqlite/SqliteStore.cs", "using Elastic.Clients.Elasticsearch;")]
    [InlineData("shared/NewsWatch.Storage/Elasticsearch/Store.cs", "    Microsoft.Data.Sqlite.SqliteConnection? _connection;")]
    [InlineData("services/NewsWatch.Watcher/Bus.cs", "using RabbitMQ.Client;")]
    [InlineData("services/NewsWatch.Watcher/Bus.cs", "bus.UsingRabbitMq((context, rabbit) => { });")]
    [InlineData("services/NewsWatch.Watcher/Matching/Consumer.cs", "internal sealed class Consumer(IAlertWriter archive);")]
    [InlineData("services/NewsWatch.Gateway/Housekeeping.cs", "internal sealed class Housekeeping(IArchiveRetention archive);")]
    [InlineData("services/NewsWatch.Ingestion/Feeds/FeedPoll.cs", "await store.PutAsync(feed, 1);")]
    public void A_name_away_from_home_is_caught(string path, string line) => Assert.Single(SourceRules.Problems(path, $"namespace X;\n{line}\n"));
}
