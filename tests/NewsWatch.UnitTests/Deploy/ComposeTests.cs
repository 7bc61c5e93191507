using System.Text.RegularExpressions;
using Xunit;
using YamlDotNet.RepresentationModel;

namespace NewsWatch.UnitTests.Deploy;

public sealed partial class ComposeTests
{
    private static readonly string[] Ours = ["gateway", "indexer", "ingestion", "watcher"];

    private static readonly YamlMappingNode Compose = Yaml.Document("docker-compose.yml");

    private static readonly Dictionary<string, YamlNode> Services = Compose.At("services").Entries().ToDictionary();

    [Fact]
    public void Our_four_services_run_as_services_of_one_image()
    {
        Assert.Equal(Ours, Services.Where(service => service.Value.At("image")?.ToString() == "newswatch").Select(service => service.Key).Order());
        Assert.All(Ours, name => Assert.Equal(["service", name], Services[name].At("command").Texts()));
        Assert.All(Ours, name => Assert.Equal("newswatch-" + name, Services[name].At("environment", "OTEL_SERVICE_NAME")?.ToString()));
    }

    [Fact]
    public void Whatever_is_depended_on_exists_and_can_reach_the_awaited_condition()
    {
        foreach (var (name, service) in Services)
        {
            Assert.All(service.At("depends_on").Entries(), dependency =>
            {
                Assert.Contains(dependency.Key, Services.Keys);
                if (dependency.Value.At("condition")?.ToString() == "service_healthy") Assert.NotNull(Services[dependency.Key].At("healthcheck", "test"));
            });
        }
    }

    [Fact]
    public void Nothing_is_published_beyond_this_host_by_default() =>
        Assert.All(Services.SelectMany(service => service.Value.At("ports").Texts()), port => Assert.StartsWith("${BIND_ADDRESS:-127.0.0.1}:", port, StringComparison.Ordinal));

    [Fact]
    public void Mounted_files_exist_and_named_volumes_are_declared()
    {
        var declared = Compose.At("volumes").Entries().Select(volume => volume.Key).ToList();
        var mounted = Services.SelectMany(service => service.Value.At("volumes").Texts()).Select(volume => volume.Split(':')[0]).ToList();
        Assert.All(mounted.Where(source => source.StartsWith("./", StringComparison.Ordinal)), source => Assert.True(Path.Exists(RepositoryFiles.PathOf(source)), source));
        Assert.Equal(declared.Order(), mounted.Where(source => !source.StartsWith('.')).Distinct().Order());
    }

    [Fact]
    public void Every_variable_that_must_be_chosen_is_in_the_example()
    {
        var used = Variable().Matches(RepositoryFiles.Read("docker-compose.yml")).Select(match => match.Groups[1].Value).Distinct();
        var offered = RepositoryFiles.Read(".env.example").Split('\n').Where(line => line.Contains('=', StringComparison.Ordinal) && line[0] != '#').Select(line => line.Split('=')[0]);
        Assert.Equal(offered.Order(), used.Order());
    }

    [Fact]
    public void Every_host_that_an_address_names_is_a_service_and_listens_on_that_port()
    {
        var text = RepositoryFiles.Read("docker-compose.yml") + RepositoryFiles.Read("deploy/prometheus/prometheus.yml") + RepositoryFiles.Read("deploy/otel/collector.yaml")
            + RepositoryFiles.Read("deploy/grafana/provisioning/datasources/prometheus.yaml");
        var hosts = Address().Matches(text).Select(match => (Host: match.Groups["host"].Value, Port: match.Groups["port"].Value)).Distinct().ToList();
        Assert.NotEmpty(hosts);
        Assert.All(hosts, address => Assert.Contains($"{address.Host}:{address.Port}", PortsInside));
    }

    // What each image listens on, by its own documentation; ours by deploy/Dockerfile.
    private static readonly HashSet<string> PortsInside =
    [
        "rabbitmq:5672", "rabbitmq:15672", "rabbitmq:15692", "elasticsearch:9200", "kibana:5601", "collector:4317", "jaeger:4317", "jaeger:16686", "prometheus:9090", "grafana:3000",
        "ingestion:8080", "indexer:8080", "watcher:8080", "gateway:8080",
    ];

    [GeneratedRegex(@"\$\{([A-Z_]+)")]
    private static partial Regex Variable();

    [GeneratedRegex(@"(?:://(?:[^@/\s]+@)?|[\s\[,])(?<host>rabbitmq|elasticsearch|kibana|collector|jaeger|prometheus|grafana|ingestion|indexer|watcher|gateway):(?<port>\d{4,5})\b")]
    private static partial Regex Address();
}
