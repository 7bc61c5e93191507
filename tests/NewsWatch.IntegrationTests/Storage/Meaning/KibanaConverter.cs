using System.Diagnostics;
using System.Text.Json.Nodes;
using NewsWatch.Testing;

namespace NewsWatch.IntegrationTests.Storage.Meaning;

/// <summary><c>../shared/kibana/kql-to-dsl.mjs</c>: what Discover sends for a line that is typed into its search bar, proven against a real Kibana.</summary>
internal static class KibanaConverter
{
    /// <summary>What a skipped test says.</summary>
    public const string Absent = "No converter of KQL: ../shared/kibana/kql-to-dsl.mjs beside the project and Node.js (Debian's package nodejs) are needed.";

    private static readonly string? Script = SharedMaterial.Path("kibana", "kql-to-dsl.mjs");

    /// <summary>Whether there is one to use.</summary>
    public static bool IsAvailable => Script is not null && Node() is not null;

    /// <summary>Search bodies with the query that Kibana makes of each line.</summary>
    /// <param name="lines">KQL.</param>
    /// <param name="mapping">The index's mapping, which stands for the data view.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public static async Task<IReadOnlyList<JsonObject>> ConvertAsync(IReadOnlyList<string> lines, string mapping, CancellationToken cancellationToken)
    {
        var fields = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(fields, mapping, cancellationToken);
            var start = new ProcessStartInfo(Node()!, [Script!, "--fields", fields]) { RedirectStandardInput = true, RedirectStandardOutput = true };
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            await process.StandardInput.WriteAsync(string.Concat(lines.Select(line => line + "\n")).AsMemory(), cancellationToken);
            process.StandardInput.Close();
            var answers = (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!).ToArray();
            await process.WaitForExitAsync(cancellationToken);
            return answers.Length == lines.Count
                ? [.. answers.Select(a => new JsonObject { ["query"] = (a["query"] ?? throw new FormatException($"Kibana would refuse {a["kql"]}: {a["error"]}")).DeepClone() })]
                : throw new InvalidOperationException($"{lines.Count} lines went in, {answers.Length} came out.");
        }
        finally
        {
            File.Delete(fields);
        }
    }

    private static string? Node() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, "node")).FirstOrDefault(File.Exists);
}
