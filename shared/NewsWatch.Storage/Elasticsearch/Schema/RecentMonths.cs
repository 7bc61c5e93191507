using NewsWatch.Storage.Elasticsearch.Client;
using HttpMethod = Elastic.Transport.HttpMethod;

namespace NewsWatch.Storage.Elasticsearch.Schema;

/// <summary>The months' indices of articles that documents are read from by id.</summary>
/// <remarks>
/// In its first month an archive has no last one, and the server answers every id asked of an index that is not there with an exception of its own: asked
/// for 1,000 ids a second it did little else (2026-11). So whether last month's is there is asked first, and that once a minute.
/// </remarks>
internal sealed class RecentMonths(ElasticsearchHttp http, IndexNames names)
{
    private static readonly TimeSpan AskAgain = TimeSpan.FromMinutes(1);

    private Known _last = new("", false, default);

    /// <summary>This month's index, and last month's if there is one.</summary>
    public async ValueTask<string[]> ReadableAsync(CancellationToken cancellationToken)
    {
        var now = http.Time.GetUtcNow();
        var last = names.ArticlesOf(now.AddMonths(-1));
        var known = _last;
        if (known.Index != last || known.Until < now)
        {
            var answer = await http.SendAsync(HttpMethod.HEAD, "/" + last, null, cancellationToken);
            _last = known = new(last, answer.Succeeded, now + AskAgain);
        }

        return known.Exists ? [names.ArticlesOf(now), last] : [names.ArticlesOf(now)];
    }

    private sealed record Known(string Index, bool Exists, DateTimeOffset Until);
}
