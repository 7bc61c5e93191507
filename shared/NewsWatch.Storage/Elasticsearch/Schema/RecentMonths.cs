using NewsWatch.Storage.Elasticsearch.Client;

namespace NewsWatch.Storage.Elasticsearch.Schema;

/// <summary>The months' indices of articles that documents are read from by id.</summary>
/// <remarks>
/// In its first month an archive has no last one, and the server answers every id asked of an index that is not there with an exception of its own: asked
/// for 1,000 ids a second it did little else (2026-11). So an index that was not there is left alone for a minute.
/// </remarks>
internal sealed class RecentMonths(ElasticsearchHttp http, IndexNames names)
{
    private static readonly TimeSpan AskAgain = TimeSpan.FromMinutes(1);

    private Absence? _absent;

    /// <summary>This month's index, and last month's unless it was not there a moment ago.</summary>
    public string[] Readable()
    {
        var now = http.Time.GetUtcNow();
        var (month, last) = (names.ArticlesOf(now), names.ArticlesOf(now.AddMonths(-1)));
        return _absent is { } absent && absent.Index == last && now < absent.Until ? [month] : [month, last];
    }

    /// <summary>Takes note of an index that is not there; this month's may be made at any moment.</summary>
    public void Lacks(string index)
    {
        var now = http.Time.GetUtcNow();
        if (index == names.ArticlesOf(now) || (_absent is { } absent && absent.Index == index && now < absent.Until)) return;
        _absent = new(index, now + AskAgain);
    }

    private sealed record Absence(string Index, DateTimeOffset Until);
}
