using System.IO.Compression;
using System.Text.Json;

namespace NewsWatch.Benchmarks.Matching;

/// <summary>The corpora and phrases of the benchmarks: test data beside the project, read in place.</summary>
internal static class BenchData
{
    public static string Root { get; } = Find();

    public static string[] News() => Lines("bench-phrases/news.txt.gz");

    public static string[] Phrases(int count) => Lines($"bench-phrases/p{count}.txt.gz");

    /// <summary>News in another language, an article a string.</summary>
    public static string[] Other(string language) => language switch
    {
        "fr" => Articles("corpus-masakhanews/fra.jsonl.gz", _ => true),
        "zh" => Articles("corpus-cctv-zh/cctv-zh.jsonl.gz", _ => true),
        "ru" => Articles("corpus-wmt-multilingual/docs.jsonl.gz", article => article.GetProperty("lang").GetString() is "ru"),
        "ar" => Articles("text-analysis/tokens.jsonl.gz", article => IsArabic(article.GetProperty("text").GetString()!)),
        _ => throw new ArgumentException($"There is no corpus in '{language}'; there are fr, zh, ru and ar.", nameof(language)),
    };

    /// <summary>A file of the shared test data, unpacked; says where it was looked for when it is not there.</summary>
    public static StreamReader Open(string relative)
    {
        var path = Path.Combine(Root, "../shared/data", relative);
        if (!File.Exists(path)) throw new FileNotFoundException($"The benchmark needs {relative} of the shared test data, beside the project: {Path.GetFullPath(path)}.", path);
        return new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
    }

    private static string[] Lines(string relative)
    {
        using var reader = Open(relative);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static string[] Articles(string relative, Func<JsonElement, bool> isWanted)
    {
        var texts = new List<string>();
        foreach (var line in Lines(relative))
        {
            using var article = JsonDocument.Parse(line);
            if (isWanted(article.RootElement)) texts.Add(article.RootElement.GetProperty("text").GetString()!);
        }

        return [.. texts];
    }

    private static bool IsArabic(string text) => text.Count(unit => unit is >= '\u0620' and <= '\u06FF') > text.Length / 2;

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "NewsWatch.sln"))) return folder.FullName;
        }

        throw new DirectoryNotFoundException($"The benchmark runs inside the project; there is no NewsWatch.sln above {AppContext.BaseDirectory}.");
    }
}
