using NewsWatch.Storage.Elasticsearch.Client;
using HttpMethod = Elastic.Transport.HttpMethod;

namespace NewsWatch.Storage.Elasticsearch.Schema;

/// <summary>Which months of articles the archive has, so that an id is asked only of indices that are there.</summary>
/// <remarks>
/// Every new article costs a question whether its id is known. A search of all months beside the reading of the recent ones gave the server twice the work,
/// and that on the index it is busiest with: at 1,000 articles a second half of all questions took 9.7 ms and one in a hundred 51 ms; without the recent
/// months in the search, 2.8 and 19 ms (2026-11). An index that is not there is not asked for either, but for this month's: the server answers each id with an
/// exception of its own and, in an archive's first month, did little else.
/// </remarks>
internal sealed class ArticleMonths(ElasticsearchHttp http, IndexNames names)
{
    /// <summary>As long as a search takes to see what was written.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);

    private readonly Lock _gate = new();
    private Task<string[]> _listing = Task.FromResult<string[]>([]);
    private DateTimeOffset _askAgain;

    /// <summary>This month, whose index may be made at any moment, with the last where that is there; and all others.</summary>
    /// <returns>The names that their documents are read under.</returns>
    /// <exception cref="StoreUnavailableException">The store is away.</exception>
    public async Task<(string[] Recent, string[] Others)> ListAsync(CancellationToken cancellationToken)
    {
        var now = http.Time.GetUtcNow();
        var all = await Listing(now).WaitAsync(cancellationToken);
        var (month, last) = (names.ArticlesOf(now), names.ArticlesOf(now.AddMonths(-1)));
        return (all.Contains(last) ? [month, last] : [month], [.. all.Where(name => name != month && name != last)]);
    }

    // One question for all who wait; whoever comes after one that failed asks anew.
    private Task<string[]> Listing(DateTimeOffset now)
    {
        lock (_gate)
        {
            if (_listing.IsCompleted && (now >= _askAgain || !_listing.IsCompletedSuccessfully)) (_listing, _askAgain) = (AskAsync(), now + Fresh);
            return _listing;
        }
    }

    private async Task<string[]> AskAsync()
    {
        var answer = await http.SendAsync(HttpMethod.GET, "/_alias/" + names.Articles, null, CancellationToken.None);
        if (answer.Status == 404) return [];
        using var json = answer.Json();
        return [.. json.RootElement.EnumerateObject().Select(index => names.Unrolled(index.Name)).Distinct()];
    }
}
