using NewsWatch.Cli.Service;
using NewsWatch.Cli.Up.Dashboard;
using NewsWatch.Cli.Up.Parts;
using NewsWatch.Cli.Up.State;

namespace NewsWatch.Cli.Up;

/// <summary>Which parts make up the distributed form here, and what each is told of the others.</summary>
internal sealed class UpPlan
{
    private UpPlan(string data, UpPorts ports)
    {
        Data = data;
        Ports = ports;
    }

    public string Data { get; }

    public UpPorts Ports { get; }

    /// <summary>The parts in the order of starting; those of one stage start together once the stage before is ready.</summary>
    public IReadOnlyList<IReadOnlyList<IPart>> Stages { get; private init; } = [];

    public IEnumerable<IPart> Parts => Stages.SelectMany(stage => stage);

    /// <summary>Where the archive is, in words.</summary>
    public string Archive { get; private init; } = "";

    /// <summary>Where the broker is.</summary>
    public string Broker { get; private init; } = "";

    /// <summary>What people should know about the choice of parts.</summary>
    public IReadOnlyList<string> Notes { get; private init; } = [];

    /// <param name="data">The data folder, absolute.</param>
    /// <param name="ports">The ports.</param>
    /// <param name="elasticsearch">An installation's home or a script, or nothing.</param>
    /// <param name="environment">Looks up variables: a part that one of them names is used and not started.</param>
    /// <param name="time">The clock.</param>
    public static UpPlan Create(string data, UpPorts ports, string? elasticsearch, Func<string, string?> environment, TimeProvider time)
    {
        var folder = StateFile.FolderIn(data);
        var broker = environment("ConnectionStrings__rabbitmq") is { Length: > 0 } ? null : new RabbitMqPart(folder, ports, time);
        var archive = elasticsearch is null ? null : ElasticsearchAt(Path.GetFullPath(elasticsearch), folder, ports, time);
        var telemetry = environment("OTEL_EXPORTER_OTLP_ENDPOINT");
        var dashboard = telemetry is { Length: > 0 } || DashboardProgram.Path is null ? null : new DashboardPart(folder, ports, time);

        var variables = new Dictionary<string, string> { ["NewsWatch__Data"] = data, ["NewsWatch__Gateway__Ingestion"] = $"http://127.0.0.1:{ports.Ingestion}" };
        if (string.IsNullOrEmpty(environment(YoungGeneration.Variable))) variables[YoungGeneration.Variable] = YoungGeneration.Bytes;
        if (broker is not null) variables["ConnectionStrings__rabbitmq"] = broker.ConnectionString;
        if (archive is not null) variables["ConnectionStrings__elasticsearch"] = $"http://127.0.0.1:{ports.Elasticsearch}";
        if (dashboard is not null)
        {
            (variables["OTEL_EXPORTER_OTLP_ENDPOINT"], variables["OTEL_EXPORTER_OTLP_PROTOCOL"]) = (dashboard.OtlpEndpoint, "grpc");
            variables["NewsWatch__Console__TraceUrl"] = dashboard.TraceUrl;
        }

        foreach (var (name, port) in new[] { ("ingestion", ports.Ingestion), ("indexer", ports.Indexer), ("watcher", ports.Watcher) })
            variables["NewsWatch__Console__Services__" + name] = $"http://127.0.0.1:{port}";

        IPart Service(string name, int port) => new ServicePart(name, port, folder, variables, time);
        return new UpPlan(data, ports)
        {
            Stages =
            [
                [.. new IPart?[] { broker, dashboard, archive }.OfType<IPart>()],
                [Service("indexer", ports.Indexer), Service("watcher", ports.Watcher), Service("ingestion", ports.Ingestion), Service("gateway", ports.Gateway)],
            ],
            Broker = broker?.ConnectionString ?? WithoutPassword(environment("ConnectionStrings__rabbitmq")!),
            Archive = ArchiveInWords(data, variables.GetValueOrDefault("ConnectionStrings__elasticsearch") ?? environment("ConnectionStrings__elasticsearch")),
            Notes = [.. NotesOn(telemetry, dashboard)],
        };
    }

    /// <summary>A plan of other parts, each a stage of its own.</summary>
    public static UpPlan Of(string data, UpPorts ports, IEnumerable<IPart> parts) => new(data, ports) { Stages = [.. parts.Select(part => new[] { part })] };

    private static IPart ElasticsearchAt(string path, string folder, UpPorts ports, TimeProvider time) =>
        Directory.Exists(path) ? new ElasticsearchHomePart(path, folder, ports, time) : new ElasticsearchScriptPart(path, folder, ports, time);

    private static string ArchiveInWords(string data, string? elasticsearch) =>
        elasticsearch is { Length: > 0 } ? "Elasticsearch at " + WithoutPassword(elasticsearch) : "SQLite in " + data;

    private static string WithoutPassword(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) ? uri.GetComponents(UriComponents.AbsoluteUri & ~UriComponents.UserInfo, UriFormat.UriEscaped) : address;

    private static IEnumerable<string> NotesOn(string? telemetry, DashboardPart? dashboard)
    {
        if (telemetry is { Length: > 0 }) yield return $"Telemetry goes to {telemetry}, as OTEL_EXPORTER_OTLP_ENDPOINT says; no trace viewer is started.";
        else if (dashboard is null) yield return "No trace viewer is started: this build has none for this machine. Name another with OTEL_EXPORTER_OTLP_ENDPOINT.";
    }
}
