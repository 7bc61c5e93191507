using BenchmarkDotNet.Attributes;
using NewsWatch.Matching.Analysis;

namespace NewsWatch.Benchmarks.Matching;

/// <summary>A thousand articles, analysed.</summary>
[MemoryDiagnoser]
public class AnalysisBenchmarks
{
    private readonly TokenBuffer _tokens = new();
    private string[] _texts = [];

    [Params("en", "fr", "ru", "zh")]
    public string Language { get; set; } = "en";

    [GlobalSetup]
    public void Read() => _texts = [.. (Language == "en" ? BenchData.News() : BenchData.Other(Language)).Take(1_000)];

    [Benchmark]
    public int Text() => Count(AnalyzerKind.Text);

    [Benchmark]
    public int Stem() => Count(AnalyzerKind.Stem);

    private int Count(AnalyzerKind kind)
    {
        var count = 0;
        foreach (var text in _texts)
        {
            _tokens.Fill(text, kind);
            count += _tokens.Count;
        }

        return count;
    }
}
