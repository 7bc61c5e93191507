using NewsWatch.Storage.Elasticsearch.Client;
using HttpMethod = Elastic.Transport.HttpMethod;

namespace NewsWatch.Storage.Elasticsearch.Schema;

/// <summary>Which months of articles the archive has, so that an id is asked only of indices that are there.</summary>
/// <remarks>
/// Every new article costs a question whether its id is known. A search of all months beside the reading of the recent ones gave the server twice the work,
/// and that on the index it is busiest with: at 1,000 articles a second half of all questions took 9.7 ms and one in a hundred 51 ms; without the recent
/// months in the search, 2.8 and 19 ms (2026-11).
/// </remarks>
internal sealed class ArticleMonths(ElasticsearchHttp http, IndexNames names) : IDisposable
{
    /// <summary>As long as a search takes to see what was written.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _one = new(1);
    private Listing? _listing;

    /// <summary>This month's index, which may be made at any moment, and last month's where it is there: what is written to.</summary>
    /// <returns>Their names, and those of all other months.</returns>
    /// <exception cref="StoreUnavailableException">The store is away.</exception>
    public async Task<(string[] Recent, string[] Others)> ListAsync(CancellationToken cancellationToken)
    {
        var now = http.Time.GetUtcNow();
        var all = await AllAsync(now, cancellationToken);
        var (month, last) = (names.ArticlesOf(now), names.ArticlesOf(now.AddMonths(-1)));
        return (all.Contains(last) ? [month, last] : [month], [.. all.Where(name => name != month && name != last)]);
    }

    public void Dispose() => _one.Dispose();

    private async Task<string[]> AllAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (_listing is { } known && now < known.Until) return known.Months;
        await _one.WaitAsync(cancellationToken);
        try
        {
            if (_listing is not { } listing || now >= listing.Until) _listing = listing = new Listing(await AskAsync(cancellationToken), now + Fresh);
            return listing.Months;
        }
        finally
        {
            _one.Release();
        }
    }

    // By the names that documents are written under: a rolled index has a name of its own, but answers to the month's.
    private async Task<string[]> AskAsync(CancellationToken cancellationToken)
    {
        var answer = await http.SendAsync(HttpMethod.GET, "/_alias/" + names.Articles, null, cancellationToken);
        if (answer.Status == 404) return [];
        using var json = answer.Json();
        return [.. json.RootElement.EnumerateObject().Select(index => IndexNames.MonthOf(index.Name)).OfType<DateOnly>().Distinct().Select(names.ArticlesOf)];
    }

    private sealed record Listing(string[] Months, DateTimeOffset Until);
}
