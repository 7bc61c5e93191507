using NewsWatch.Cli.Up.Processes;
using NewsWatch.Cli.Up.State;

namespace NewsWatch.Cli.Up.Parts;

/// <summary>One of our services: this same executable, told which one to be.</summary>
internal sealed class ServicePart(string name, int port, string folder, IReadOnlyDictionary<string, string> environment, TimeProvider time) : IPart
{
    public string Name => name;

    public IReadOnlyList<int> Ports => [port];

    public IReadOnlyDictionary<string, string> Environment => environment;

    public Task<RunningPart> StartAsync(CancellationToken cancellationToken)
    {
        var address = $"http://127.0.0.1:{port}";
        var log = Path.Combine(folder, "log", name + ".log");
        var variables = new Dictionary<string, string>(environment) { ["ASPNETCORE_URLS"] = address, ["OTEL_SERVICE_NAME"] = "newswatch-" + name };
        var process = DetachedProcess.Start([Executable, "service", name, "--urls", address], variables, folder, log);
        return Task.FromResult(new RunningPart
        {
            Name = name,
            Address = address,
            Probe = new Uri(address + "/health/ready"),
            Log = log,
            Process = process,
            Started = time.GetUtcNow(),
        });
    }

    private static string Executable => Path.Combine(AppContext.BaseDirectory, "newswatch");
}
