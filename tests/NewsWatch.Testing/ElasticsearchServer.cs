using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace NewsWatch.Testing;

/// <summary>
/// A real Elasticsearch for tests, one a test run: the one that <c>ConnectionStrings__elasticsearch</c> names, else one that is started from
/// <c>../shared/elasticsearch/run</c> beside the project, on its own port and folder, and ended with the run.
/// </summary>
public sealed class ElasticsearchServer : IAsyncDisposable
{
    /// <summary>What a skipped test says.</summary>
    public const string Absent = "No Elasticsearch: set ConnectionStrings__elasticsearch, or put the test server at ../shared/elasticsearch beside the project.";

    private static readonly string? Configured = Environment.GetEnvironmentVariable("ConnectionStrings__elasticsearch");
    private readonly Lazy<Task<string>> _address;
    private string? _folder;
    private int _port;
    private int _pid;

    /// <summary>Starts nothing yet: the first test that asks for the address does.</summary>
    public ElasticsearchServer() => _address = new(StartAsync);

    /// <summary>Whether there is one to use.</summary>
    public static bool IsAvailable => !string.IsNullOrWhiteSpace(Configured) || Script() is not null;

    /// <summary>Whether it is one that tests start themselves, and so may kill.</summary>
    public static bool CanBeKilled => string.IsNullOrWhiteSpace(Configured) && Script() is not null;

    /// <summary>Its address, once it answers.</summary>
    public Task<string> AddressAsync() => _address.Value;

    /// <summary>Its pid, or 0 where it is one that tests did not start.</summary>
    public int Pid => _pid;

    /// <summary>SIGKILL, and a new start on what its disk holds.</summary>
    public async Task KillAndRestartAsync()
    {
        using (var process = Process.GetProcessById(_pid))
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        await LaunchAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_folder is null) return;
        await RunAsync("stop", _folder);
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<string> StartAsync()
    {
        if (!string.IsNullOrWhiteSpace(Configured)) return Configured;
        _folder = Directory.CreateTempSubdirectory("newswatch-elasticsearch-").FullName;
        _port = FreePort();
        return await LaunchAsync();
    }

    private async Task<string> LaunchAsync()
    {
        var lines = (await RunAsync("start", _folder!, "--port", _port.ToString(System.Globalization.CultureInfo.InvariantCulture), "--heap", "512m")).Split('\n');
        _pid = int.Parse(lines.First(l => l.StartsWith("pid1=", StringComparison.Ordinal))["pid1=".Length..], System.Globalization.CultureInfo.InvariantCulture);
        return lines.First(l => l.StartsWith("url=", StringComparison.Ordinal))["url=".Length..];
    }

    private static async Task<string> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo(Script()!, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"The test Elasticsearch did not {arguments[0]}: {await errors}");
    }

    // Transport listens a thousand ports above HTTP, so that one has to be free as well.
    private static int FreePort()
    {
        while (true)
        {
            using var http = new TcpListener(IPAddress.Loopback, 0);
            http.Start();
            var port = ((IPEndPoint)http.LocalEndpoint).Port;
            if (port < 64_000 && CanListen(port + 1_000)) return port;
        }
    }

    private static bool CanListen(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static string? Script() => SharedMaterial.Path("elasticsearch", "run");
}
