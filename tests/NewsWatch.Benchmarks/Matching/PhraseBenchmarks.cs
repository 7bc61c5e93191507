using BenchmarkDotNet.Attributes;
using NewsWatch.Matching.Phrases;

namespace NewsWatch.Benchmarks.Matching;

/// <summary>The whole corpus matched, and an index built.</summary>
[MemoryDiagnoser]
public class PhraseBenchmarks
{
    private string[] _texts = [];
    private string[] _phrases = [];
    private PhraseMatcher? _matcher;

    [Params(10, 1_000, 100_000)]
    public int Phrases { get; set; }

    [GlobalSetup]
    public void Read()
    {
        _texts = BenchData.News();
        _phrases = BenchData.Phrases(Phrases);
        _matcher = new PhraseMatcher(_phrases);
    }

    [Benchmark]
    public long Match()
    {
        _matcher!.Round(_texts);
        return _matcher.Hits;
    }

    [Benchmark]
    public PhraseIndex Build()
    {
        var list = new PhraseList();
        for (var id = 0; id < _phrases.Length; id++) list.Add(id, _phrases[id]);
        return PhraseIndex.Build(list);
    }
}
