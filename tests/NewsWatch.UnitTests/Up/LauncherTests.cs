using System.Net;
using System.Net.Sockets;
using NewsWatch.Cli.Up;
using NewsWatch.Cli.Up.Health;
using NewsWatch.Cli.Up.Parts;
using NewsWatch.Cli.Up.Processes;
using NewsWatch.Cli.Up.State;
using Xunit;

namespace NewsWatch.UnitTests.Up;

public sealed class LauncherTests : IAsyncLifetime
{
    private const string Lasting = "exec sleep 1000";

    private readonly string _data = Directory.CreateTempSubdirectory("newswatch-up-").FullName;
    private readonly CollectingReport _report = new();
    private HealthServer _healthy = null!;

    public async ValueTask InitializeAsync() => _healthy = await HealthServer.StartAsync(200, "{}");

    public async ValueTask DisposeAsync()
    {
        if (StateFile.Read(_data) is not null) await DownAsync();
        await _healthy.DisposeAsync();
        Directory.Delete(_data, recursive: true);
    }

    [Fact]
    public async Task Up_starts_every_part_and_down_stops_them_last_first()
    {
        IPart[] parts = [Part("broker"), Part("service")];
        Assert.Equal(2, await UpAsync(parts));
        var processes = StateFile.Read(_data)!.Parts.Select(part => part.Process).ToList();
        Assert.All(processes, process => Assert.True(process.IsAlive));

        await DownAsync();

        Assert.Equal(["ready broker", "ready service", "stopped service", "stopped broker"], _report.Lines);
        Assert.All(processes, process => Assert.False(process.IsAlive));
        Assert.Null(StateFile.Read(_data));
    }

    [Fact]
    public async Task Up_again_starts_nothing_and_after_a_crash_only_what_is_missing()
    {
        var (broker, service) = (Part("broker"), Part("service"));
        await UpAsync(broker, service);
        Assert.Equal(0, await UpAsync(broker, service));

        var crashed = StateFile.Read(_data)!.Parts[0].Process;
        await Ending.EndAsync(crashed, TimeSpan.FromMinutes(1), TimeProvider.System, TestContext.Current.CancellationToken);
        Assert.Equal(1, await UpAsync(broker, service));

        Assert.Equal((2, 1), (broker.Starts, service.Starts));
        Assert.Equal(["broker", "service"], StateFile.Read(_data)!.Parts.Select(part => part.Name));
    }

    [Fact]
    public async Task A_taken_port_is_an_error_that_names_who_has_it_before_anything_is_started()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        var (broker, service) = (Part("broker"), new ScriptPart("service", Lasting, _healthy.Probe, _data) { Ports = [port] });

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => UpAsync(broker, service));

        Assert.Contains($"Port {port} for service is taken by ", error.Message, StringComparison.Ordinal);
        Assert.Contains($"(pid {Environment.ProcessId})", error.Message, StringComparison.Ordinal);
        Assert.Contains("--port-base", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, broker.Starts);
    }

    [Fact]
    public async Task Something_missing_on_the_machine_is_an_error_that_says_how_to_get_it()
    {
        var broker = new ScriptPart("broker", Lasting, _healthy.Probe, _data) { Problem = "apt-get install it" };
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => UpAsync(broker));
        Assert.Contains("apt-get install it", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("; sleep 0.3")]
    public async Task A_part_that_ends_while_starting_is_an_error_with_the_end_of_its_log(string delay)
    {
        var broken = new ScriptPart("service", $"echo no such setting: X >&2{delay}; exit 1", new Uri("http://127.0.0.1:9/health/ready"), _data);
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => UpAsync(broken));
        Assert.Contains("no such setting: X", error.Message, StringComparison.Ordinal);
        Assert.Contains("newswatch down", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_it_is_up_another_set_of_parts_is_refused()
    {
        await UpAsync(Part("broker"), Part("elasticsearch"));
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => UpAsync(Part("broker")));
        Assert.Contains("newswatch down", error.Message, StringComparison.Ordinal);
    }

    private ScriptPart Part(string name) => new(name, Lasting, _healthy.Probe, _data);

    private async Task<int> UpAsync(params IPart[] parts)
    {
        using var file = StateFile.Open(_data);
        using var probe = new Probe();
        return await new Launcher(UpPlan.Of(_data, new UpPorts(UpPorts.DefaultBase), parts), _report, probe, TimeProvider.System).UpAsync(file, TestContext.Current.CancellationToken);
    }

    private async Task DownAsync()
    {
        using var file = StateFile.Open(_data);
        await new Stopper(_report, TimeProvider.System).DownAsync(file, StateFile.Read(_data)!, TestContext.Current.CancellationToken);
    }
}
