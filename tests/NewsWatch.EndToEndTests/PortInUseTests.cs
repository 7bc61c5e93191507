using System.Net;
using System.Net.Sockets;
using NewsWatch.Testing;
using Xunit;

namespace NewsWatch.EndToEndTests;

public sealed class PortInUseTests
{
    [Theory]
    [InlineData("run", "is in use already")]
    [InlineData("service indexer", "address already in use")]
    public async Task A_process_whose_port_is_taken_says_so_last_and_what_had_started_stops_in_order(string command, string reason)
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var address = new Uri($"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}");
        var data = Directory.CreateTempSubdirectory("newswatch-port-").FullName;
        await using var newswatch = new NewsWatchProcess(address, [.. command.Split(' '), "--urls", address.OriginalString], new Dictionary<string, string> { ["NewsWatch__Data"] = data });

        newswatch.Launch();
        await Eventually.IsTrueAsync(() => Task.FromResult(!newswatch.IsRunning), "it to end");

        var lines = await Eventually.GetAsync(() => Task.FromResult(newswatch.Log.Split('\n')), lines => lines[^1].StartsWith("error: ", StringComparison.Ordinal), "its last word", log: () => newswatch.Log);
        Assert.Contains(reason, lines[^1], StringComparison.Ordinal);
        Assert.DoesNotContain("BackgroundService", newswatch.Log, StringComparison.Ordinal);
        Directory.Delete(data, recursive: true);
    }
}
