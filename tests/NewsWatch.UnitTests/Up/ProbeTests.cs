using NewsWatch.Cli.Up.Health;
using NewsWatch.Cli.Up.Processes;
using NewsWatch.Cli.Up.State;
using Xunit;

namespace NewsWatch.UnitTests.Up;

public sealed class ProbeTests
{
    private const string BrokerAway = """{"status":"S","checks":[{"name":"store","status":"Healthy"},{"name":"broker","status":"S","description":"it is away"}]}""";

    [Theory]
    [InlineData(200, "Healthy", null)]
    [InlineData(200, """{"status":"Healthy","checks":[{"name":"store","status":"Healthy"}]}""", null)]
    [InlineData(200, """{"status":"green","cluster_name":"newswatch"}""", null)]
    [InlineData(503, BrokerAway, "broker: it is away")]
    [InlineData(200, BrokerAway, "broker: it is away")]
    [InlineData(408, "", "/health/ready answers 408")]
    public async Task What_a_part_says_of_itself_counts(int status, string body, string? reason)
    {
        await using var server = await HealthServer.StartAsync(status, body);

        var health = await CheckAsync(server.Probe, ProcessIdentity.Of(Environment.ProcessId)!);

        Assert.Equal(reason is null ? PartCondition.Ready : PartCondition.NotReady, health.Condition);
        if (reason is null) Assert.Null(health.Reason);
        else Assert.EndsWith(reason, health.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_part_whose_process_is_gone_is_stopped_whoever_answers_in_its_place()
    {
        await using var other = await HealthServer.StartAsync(200, "Healthy");
        var health = await CheckAsync(other.Probe, ProcessIdentity.Of(Environment.ProcessId)! with { StartTicks = 0 });
        Assert.Equal(PartCondition.Stopped, health.Condition);
    }

    private static async Task<PartHealth> CheckAsync(Uri address, ProcessIdentity process)
    {
        using var probe = new Probe();
        var part = new RunningPart { Name = "gateway", Address = "here", Probe = address, Log = "/nowhere", Process = process, Started = DateTimeOffset.UnixEpoch };
        return await probe.CheckAsync(part, TestContext.Current.CancellationToken);
    }
}
