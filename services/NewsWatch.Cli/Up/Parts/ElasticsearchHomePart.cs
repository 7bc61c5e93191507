using NewsWatch.Cli.Up.Processes;
using NewsWatch.Cli.Up.State;

namespace NewsWatch.Cli.Up.Parts;

/// <summary>Elasticsearch from an installation's home; its own configuration and data stay as they are, this node has others.</summary>
internal sealed class ElasticsearchHomePart(string home, string folder, UpPorts ports, TimeProvider time) : IPart
{
    private readonly string _folder = Path.Combine(folder, "elasticsearch");

    public string Name => "elasticsearch";

    public IReadOnlyList<int> Ports => [ports.Elasticsearch, ports.Elasticsearch + 1000];

    // Elasticsearch refuses to run as root; root would have to give it a user and hand over folders, which is not ours to decide.
    public string? Problem => Environment.IsPrivilegedProcess
        ? "Elasticsearch does not run as root. Run 'newswatch up' as another user, or start Elasticsearch yourself and name it: ConnectionStrings__elasticsearch=http://127.0.0.1:9200 newswatch up"
        : null;

    public Task<RunningPart> StartAsync(CancellationToken cancellationToken)
    {
        var configuration = PrepareConfiguration();
        var log = Path.Combine(_folder, "logs", "start.log");
        var variables = new Dictionary<string, string> { ["ES_PATH_CONF"] = configuration, ["ES_JAVA_OPTS"] = Environment.GetEnvironmentVariable("ES_JAVA_OPTS") ?? "-Xms512m -Xmx512m" };
        var process = DetachedProcess.Start(GivingWay.Command([Path.Combine(home, "bin", "elasticsearch")]), variables, _folder, log);
        var address = $"http://127.0.0.1:{ports.Elasticsearch}";
        return Task.FromResult(new RunningPart
        {
            Name = Name,
            Address = address,
            Probe = new Uri(address + "/_cluster/health?wait_for_status=yellow&timeout=1s"),
            Log = log,
            Process = process,
            Started = time.GetUtcNow(),
        });
    }

    private string PrepareConfiguration()
    {
        var configuration = Directory.CreateDirectory(Path.Combine(_folder, "config")).FullName;
        foreach (var file in (string[])["jvm.options", "log4j2.properties"]) File.Copy(Path.Combine(home, "config", file), Path.Combine(configuration, file), overwrite: true);
        File.WriteAllText(Path.Combine(configuration, "elasticsearch.yml"), $"""
            cluster.name: newswatch
            node.name: newswatch
            path.data: "{_folder}/data"
            path.logs: "{_folder}/logs"
            network.host: 127.0.0.1
            http.port: {ports.Elasticsearch}
            transport.port: {ports.Elasticsearch + 1000}
            discovery.type: single-node
            xpack.security.enabled: false

            """);
        return configuration;
    }
}
