using System.Diagnostics;
using NewsWatch.Cli.Up.Processes;

namespace NewsWatch.Testing;

/// <summary><c>../shared/elasticsearch/run</c>: starts and stops real servers.</summary>
internal static class ElasticsearchScript
{
    /// <summary>The nodes talk to each other this many ports above the one for HTTP.</summary>
    public const int TransportAbove = 1_000;

    /// <summary>The script, or <see langword="null"/> where it is absent.</summary>
    public static string? Path() => SharedMaterial.Path("elasticsearch", "run");

    /// <summary>Runs it; what it prints are <c>name=value</c> lines.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> RunAsync(params string[] arguments)
    {
        // In a session of its own, as `newswatch up` starts it: Linux weighs sessions against each other, and so neither a load tool nor the services share
        // what they get with it.
        var start = new ProcessStartInfo("setsid", GivingWay.Command([Path()!, .. arguments])) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"The test Elasticsearch did not {arguments[0]}: {await errors}");
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('=', 2)).Where(p => p.Length == 2).ToDictionary(p => p[0], p => p[1]);
    }
}
