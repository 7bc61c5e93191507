using NewsWatch.Cli.Up.Dashboard;
using NewsWatch.Cli.Up.Processes;
using NewsWatch.Cli.Up.State;

namespace NewsWatch.Cli.Up.Parts;

/// <summary>The trace viewer: Aspire's dashboard, run by itself.</summary>
internal sealed class DashboardPart(string folder, UpPorts ports, TimeProvider time) : IPart
{
    private readonly string _folder = Path.Combine(folder, "dashboard");

    public string Name => "traces";

    /// <summary>Where telemetry goes, by gRPC.</summary>
    public string OtlpEndpoint => Local(ports.OtlpGrpc);

    /// <summary>Address of one trace in it.</summary>
    public string TraceUrl => Local(ports.Dashboard) + "/traces/detail/{traceId}";

    public IReadOnlyList<int> Ports => [ports.Dashboard, ports.OtlpGrpc, ports.OtlpHttp];

    public Task<RunningPart> StartAsync(CancellationToken cancellationToken)
    {
        var log = Path.Combine(_folder, "dashboard.log");
        var process = DetachedProcess.Start([DashboardProgram.Path!], Environment(), _folder, log);
        return Task.FromResult(new RunningPart
        {
            Name = Name,
            Address = Local(ports.Dashboard) + "/traces",
            Probe = new Uri(Local(ports.Dashboard) + "/health"),
            Log = log,
            Process = process,
            Started = time.GetUtcNow(),
        });
    }

    private Dictionary<string, string> Environment() => new()
    {
        // It keeps keys for its cookies in the home folder; a private one leaves the user's alone.
        ["HOME"] = _folder,
        ["ASPNETCORE_URLS"] = Local(ports.Dashboard),
        ["ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL"] = Local(ports.OtlpGrpc),
        ["ASPIRE_DASHBOARD_OTLP_HTTP_ENDPOINT_URL"] = Local(ports.OtlpHttp),
        ["ASPIRE_DASHBOARD_UNSECURED_ALLOW_ANONYMOUS"] = "true",
        ["ASPIRE_DASHBOARD_TELEMETRY_OPTOUT"] = "true",
        ["DASHBOARD__APPLICATIONNAME"] = "NewsWatch",
    };

    private static string Local(int port) => $"http://127.0.0.1:{port}";
}
