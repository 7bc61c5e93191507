using System.Diagnostics;
using System.Text.RegularExpressions;
using Xunit;

namespace NewsWatch.UnitTests.Deploy;

public sealed partial class PrometheusTests
{
    private static readonly string[] Files = ["deploy/prometheus/alerts.yml", "deploy/prometheus/alerts.test.yml", "deploy/grafana/dashboards/newswatch.json"];

    [Fact]
    public void Rules_and_dashboard_ask_only_for_metrics_that_the_code_emits()
    {
        var asked = Files.SelectMany(file => Metric().Matches(RepositoryFiles.Read(file))).Select(match => match.Value).Distinct().ToList();
        Assert.NotEmpty(asked);
        Assert.All(asked, metric => Assert.Contains(metric, SourceFacts.Metrics));
    }

    [Theory]
    [InlineData("check rules alerts.yml")]
    [InlineData("check config prometheus.yml")]
    [InlineData("test rules alerts.test.yml")]
    public async Task Promtool_agrees(string arguments)
    {
        const string Promtool = "/usr/bin/promtool";
        Assert.SkipUnless(File.Exists(Promtool), "promtool is not installed (apt-get install prometheus)");
        var start = new ProcessStartInfo(Promtool, arguments) { WorkingDirectory = RepositoryFiles.PathOf("deploy/prometheus"), RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, errors + await output);
    }

    [GeneratedRegex(@"\bnewswatch_(?!_)[a-z_]+")]
    private static partial Regex Metric();
}
