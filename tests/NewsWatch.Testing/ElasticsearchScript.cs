using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace NewsWatch.Testing;

/// <summary><c>../shared/elasticsearch/run</c>: starts and stops real servers.</summary>
internal static class ElasticsearchScript
{
    /// <summary>The script, or <see langword="null"/> where it is absent.</summary>
    public static string? Path() => SharedMaterial.Path("elasticsearch", "run");

    /// <summary>Runs it; what it prints are <c>name=value</c> lines.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo(Path()!, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"The test Elasticsearch did not {arguments[0]}: {await errors}");
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('=', 2)).Where(p => p.Length == 2).ToDictionary(p => p[0], p => p[1]);
    }

    /// <summary>The first of <paramref name="count"/> free ports in a row. Transport listens a thousand ports above HTTP, so those are free as well.</summary>
    public static int FreePorts(int count)
    {
        while (true)
        {
            using var http = new TcpListener(IPAddress.Loopback, 0);
            http.Start();
            var port = ((IPEndPoint)http.LocalEndpoint).Port;
            if (port < 64_000 && Enumerable.Range(port + 1, count - 1).Concat(Enumerable.Range(port + 1_000, count)).All(CanListen)) return port;
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
}
