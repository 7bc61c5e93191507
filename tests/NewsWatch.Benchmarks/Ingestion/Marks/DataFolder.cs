using System.IO.Compression;
using System.Text.Json;

namespace NewsWatch.Benchmarks.Ingestion.Marks;

/// <summary>The test data that others made, read in place beside the project; absent on many machines.</summary>
public static class DataFolder
{
    private static readonly Lazy<string?> Root = new(Find);

    /// <summary>The project's root.</summary>
    public static string Project => FindProject() ?? throw new DirectoryNotFoundException("NewsWatch.sln was not found above the program.");

    /// <summary>Whether a data set is there.</summary>
    public static bool Has(string set) => Root.Value is { } root && Directory.Exists(System.IO.Path.Combine(root, set));

    /// <summary>A path in it.</summary>
    public static string Path(params string[] parts) => System.IO.Path.Combine([Root.Value ?? "", .. parts]);

    /// <summary>The objects of a JSON lines file, gzip or not.</summary>
    public static IEnumerable<JsonElement> Lines(params string[] parts)
    {
        var path = Path(parts);
        using var file = File.OpenRead(path);
        using var stream = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : (Stream)file;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0) continue;
            using var document = JsonDocument.Parse(line);
            yield return document.RootElement.Clone();
        }
    }

    private static string? Find()
    {
        var data = FindProject() is { } project ? System.IO.Path.Combine(project, "..", "shared", "data") : null;
        return data is not null && Directory.Exists(data) ? System.IO.Path.GetFullPath(data) : null;
    }

    private static string? FindProject()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "NewsWatch.sln"))) return folder.FullName;
        }

        return null;
    }
}
