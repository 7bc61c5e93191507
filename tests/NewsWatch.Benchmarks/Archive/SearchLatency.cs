using System.Diagnostics;
using NewsWatch.Matching.Language;
using NewsWatch.Storage.Articles;

namespace NewsWatch.Benchmarks.Archive;

/// <summary>How long a person waits for a page of ten with highlights and the total, newest first and by relevance.</summary>
internal static class SearchLatency
{
    private const int Queries = 300;

    public static async Task<(double P50, double P99, double Found)> MeasureAsync(IArticleSearch search, ArticleSort sort)
    {
        var queries = ArchiveCorpus.Queries(Queries).Select(WatchQuery.Parse).ToArray();
        foreach (var query in queries.Take(30)) await search.SearchAsync(new ArticleQuery { Query = query, Sort = sort, Limit = 10 });
        var times = new List<double>();
        var found = 0L;
        foreach (var query in queries)
        {
            var watch = Stopwatch.StartNew();
            var page = await search.SearchAsync(new ArticleQuery { Query = query, Sort = sort, Limit = 10 });
            times.Add(watch.Elapsed.TotalMilliseconds);
            found += page.Total;
        }

        times.Sort();
        return (times[times.Count / 2], times[(int)(times.Count * 0.99)], (double)found / queries.Length);
    }
}
