
namespace NewsWatch.Testing.Installations;

/// <summary>Each service as a process of its own, with a real broker between them.</summary>
public sealed class DistributedInstallation : Installation
{
    private readonly Dictionary<string, NewsWatchProcess> _services = [];

    private DistributedInstallation(RabbitMqServer broker, string? elasticsearch)
    {
        Broker = broker;
        var ports = FreePorts.Take(4);
        Uri At(int index) => new($"http://127.0.0.1:{ports[index]}");
        Address = At(0);
        var environment = new Dictionary<string, string>
        {
            ["ConnectionStrings__rabbitmq"] = broker.ConnectionString,
            ["NewsWatch__Data"] = Data,
            ["NewsWatch__Gateway__Ingestion"] = At(1).OriginalString,
        };
        if (elasticsearch is not null) environment["ConnectionStrings__elasticsearch"] = elasticsearch;
        foreach (var (name, index) in new[] { ("gateway", 0), ("ingestion", 1), ("indexer", 2), ("watcher", 3) })
            _services[name] = new NewsWatchProcess(At(index), ["service", name, "--urls", At(index).OriginalString], environment);
    }

    public RabbitMqServer Broker { get; }

    public override Uri Address { get; }

    public override string Logs => string.Join('\n', _services.Select(s => $"== {s.Key}\n{s.Value.Log}"));

    public override IReadOnlyDictionary<string, int> Pids =>
        _services.Select(s => KeyValuePair.Create(s.Key, s.Value.Id)).Append(KeyValuePair.Create("rabbitmq", Broker.Pid)).ToDictionary();

    /// <summary>Describes an installation with a broker of its own; with <paramref name="elasticsearch"/> it archives there, else in SQLite.</summary>
    public static async Task<DistributedInstallation> CreateAsync(string? elasticsearch = null) => new(await RabbitMqServer.CreateAsync(), elasticsearch);

    public NewsWatchProcess Service(string name) => _services[name];

    /// <summary>SIGKILL to a service, and a new start.</summary>
    public async Task KillAndRestartAsync(string name)
    {
        await _services[name].KillAsync();
        await _services[name].StartAsync();
    }

    /// <summary>SIGKILL to the broker, and a new start on what its disk holds.</summary>
    public async Task KillAndRestartBrokerAsync()
    {
        await Broker.KillAsync();
        await Broker.StartAsync();
    }

    /// <summary>Starts the readers before what they read from: any order must do.</summary>
    public override async Task StartAsync()
    {
        foreach (var name in new[] { "watcher", "gateway", "ingestion", "indexer" }) _services[name].Launch();
        foreach (var service in _services.Values)
        {
            using var api = new NewsWatchApi(service.Address);
            await Eventually.IsTrueAsync(async () => await IsReadyAsync(api), $"{service.Address} to be ready");
        }
    }

    public override async ValueTask DisposeAsync()
    {
        foreach (var service in _services.Values) await service.DisposeAsync();
        await Broker.DisposeAsync();
        await base.DisposeAsync();
    }

    protected override Uri Watcher => _services["watcher"].Address;

    private static async Task<bool> IsReadyAsync(NewsWatchApi api)
    {
        try
        {
            return (await api.GetAsync("health/ready")).Status == System.Net.HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
