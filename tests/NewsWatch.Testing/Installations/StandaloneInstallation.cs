
namespace NewsWatch.Testing.Installations;

/// <summary>Everything in one process.</summary>
public sealed class StandaloneInstallation : Installation
{
    private readonly NewsWatchProcess _process;

    public StandaloneInstallation(IReadOnlyDictionary<string, string>? environment = null)
    {
        Address = new Uri($"http://127.0.0.1:{FreePorts.Take(1)[0]}");
        _process = new NewsWatchProcess(Address, ["run", "--no-seeds", "--urls", Address.OriginalString, "--data", Data], environment ?? new Dictionary<string, string>());
    }

    public override Uri Address { get; }

    public override string Logs => _process.Log;

    public override IReadOnlyDictionary<string, int> Pids => new Dictionary<string, int> { ["newswatch"] = _process.Id };

    public string DataFolder => Data;

    public override Task StartAsync() => _process.StartAsync();

    public Task KillAsync() => _process.KillAsync();

    public Task<int> StopAsync() => _process.StopAsync();

    public override async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        await base.DisposeAsync();
    }

    protected override Uri Watcher => Address;
}
