using NewsWatch.Cli.Up;
using Xunit;

namespace NewsWatch.UnitTests.Deploy;

public sealed class SystemdTests
{
    private static readonly UpPorts Ports = new(UpPorts.DefaultBase);

    public static TheoryData<string, int> Services => new() { { "gateway", Ports.Gateway }, { "ingestion", Ports.Ingestion }, { "indexer", Ports.Indexer }, { "watcher", Ports.Watcher } };

    [Theory]
    [MemberData(nameof(Services))]
    public void Each_instance_has_the_environment_that_its_unit_asks_for_and_the_usual_port(string service, int port) =>
        Assert.Contains($"ASPNETCORE_URLS=http://127.0.0.1:{port}\n", RepositoryFiles.Read($"deploy/systemd/{service}.env"), StringComparison.Ordinal);

    [Fact]
    public void The_gateway_is_told_where_ingestion_listens() =>
        Assert.Contains($"NewsWatch__Gateway__Ingestion=http://127.0.0.1:{Ports.Ingestion}\n", RepositoryFiles.Read("deploy/systemd/newswatch.env"), StringComparison.Ordinal);

    [Fact]
    public void Both_units_are_equally_confined() => Assert.Equal(Confinement("newswatch.service"), Confinement("newswatch@.service"));

    [Fact]
    public void The_indexer_gives_way_to_the_other_units() =>
        Assert.EndsWith("\nSlice=system.slice\nCPUWeight=idle\n", RepositoryFiles.Read("deploy/systemd/newswatch@indexer.service.d/priority.conf"), StringComparison.Ordinal);

    private static IEnumerable<string> Confinement(string unit) => RepositoryFiles.Read("deploy/systemd/" + unit).Split('\n').SkipWhile(line => !line.StartsWith("User=", StringComparison.Ordinal));
}
