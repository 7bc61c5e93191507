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
    public static Task<IReadOnlyDictionary<string, string>> RunAsync(params string[] arguments) => RunAsync(arguments, [Path()!, .. arguments]);

    /// <summary>Runs it so that what it starts gives way to everything else, as with <c>newswatch up</c>.</summary>
    public static Task<IReadOnlyDictionary<string, string>> RunGivingWayAsync(params string[] arguments) => RunAsync(arguments, GivingWay.Command([Path()!, .. arguments]));

    private static async Task<IReadOnlyDictionary<string, string>> RunAsync(string[] arguments, IEnumerable<string> command)
    {
        var start = OwnGroup.Of(command);
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"The test Elasticsearch did not {arguments[0]}: {await errors}");
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('=', 2)).Where(p => p.Length == 2).ToDictionary(p => p[0], p => p[1]);
    }
}
