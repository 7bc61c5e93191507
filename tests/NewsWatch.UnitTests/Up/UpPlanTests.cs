using NewsWatch.Cli.Service;
using NewsWatch.Cli.Up;
using NewsWatch.Cli.Up.Parts;
using Xunit;

namespace NewsWatch.UnitTests.Up;

public sealed class UpPlanTests
{
    private static readonly string[] Services = ["indexer", "watcher", "ingestion", "gateway"];

    [Fact]
    public void With_nothing_configured_everything_is_started_and_the_archive_is_SQLite()
    {
        var plan = Plan();
        Assert.Equal(["rabbitmq", "traces", .. Services], plan.Parts.Select(part => part.Name));
        Assert.Equal("SQLite in /data", plan.Archive);
        Assert.Empty(plan.Notes);
    }

    [Fact]
    public void A_part_that_a_variable_names_is_used_and_not_started_and_its_password_not_shown()
    {
        var plan = Plan(environment: new() { ["ConnectionStrings__rabbitmq"] = "amqp://me:secret@broker:5672/news", ["ConnectionStrings__elasticsearch"] = "https://me:secret@archive:9200/" });
        Assert.Equal(["traces", .. Services], plan.Parts.Select(part => part.Name));
        Assert.Equal("amqp://broker:5672/news", plan.Broker);
        Assert.Equal("Elasticsearch at https://archive:9200/", plan.Archive);
    }

    [Fact]
    public void Telemetry_that_goes_elsewhere_needs_no_trace_viewer()
    {
        var plan = Plan(environment: new() { ["OTEL_EXPORTER_OTLP_ENDPOINT"] = "http://collector:4317" });
        Assert.Equal(["rabbitmq", .. Services], plan.Parts.Select(part => part.Name));
        Assert.Contains("http://collector:4317", Assert.Single(plan.Notes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, YoungGeneration.Bytes)]
    [InlineData("", YoungGeneration.Bytes)]
    [InlineData("0", null)]
    [InlineData("0x1000000", null)]
    public void What_the_operator_says_of_memory_holds(string? said, string? given)
    {
        var services = Plan(environment: said is null ? [] : new() { [YoungGeneration.Variable] = said }).Parts.OfType<ServicePart>().ToList();
        Assert.Equal(Services, services.Select(service => service.Name));
        Assert.All(services, service => Assert.Equal(given, service.Environment.GetValueOrDefault(YoungGeneration.Variable)));
    }

    [Theory]
    [InlineData("/bin/sh")]
    [InlineData("/usr")]
    public void An_Elasticsearch_to_start_is_a_part(string path)
    {
        var plan = Plan(path);
        Assert.Equal(["rabbitmq", "traces", "elasticsearch", .. Services], plan.Parts.Select(part => part.Name));
        Assert.Equal("Elasticsearch at http://127.0.0.1:8920/", plan.Archive);
    }

    [Theory]
    [InlineData(UpPorts.LowestBase)]
    [InlineData(UpPorts.DefaultBase)]
    [InlineData(UpPorts.HighestBase)]
    public void No_two_parts_share_a_port_whatever_the_base(int @base)
    {
        var ports = UpPlan.Create("/data", new UpPorts(@base), "/usr", _ => null, TimeProvider.System).Parts.SelectMany(part => part.Ports).ToList();
        Assert.Equal(ports.Count, ports.Distinct().Count());
        Assert.All(ports, port => Assert.InRange(port, 1024, 65_535));
    }

    private static UpPlan Plan(string? elasticsearch = null, Dictionary<string, string>? environment = null) =>
        UpPlan.Create("/data", new UpPorts(UpPorts.DefaultBase), elasticsearch, name => environment?.GetValueOrDefault(name), TimeProvider.System);
}
