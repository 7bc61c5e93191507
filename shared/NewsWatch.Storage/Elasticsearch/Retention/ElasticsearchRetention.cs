using NewsWatch.Storage.Elasticsearch.Client;
using NewsWatch.Storage.Elasticsearch.Schema;
using NewsWatch.Storage.Retention;
using HttpMethod = Elastic.Transport.HttpMethod;

namespace NewsWatch.Storage.Elasticsearch.Retention;

/// <summary>Drops months as whole indices, which costs the server next to nothing.</summary>
internal sealed class ElasticsearchRetention(ElasticsearchHttp http, IndexNames names) : IArchiveRetention
{
    public async Task<IReadOnlyList<DroppedMonth>> ApplyAsync(RetentionPolicy policy, CancellationToken cancellationToken = default)
    {
        var now = http.Time.GetUtcNow();
        var dropped = new List<DroppedMonth>();
        if (policy.FirstArticleMonth(now) is { } articles)
        {
            // Revisions first: an article without its older revisions is less of a surprise than the other way round.
            await DropAsync(names.Revisions, articles, cancellationToken);
            dropped.AddRange((await DropAsync(names.Articles, articles, cancellationToken)).Select(m => new DroppedMonth("articles", m.Key, m.Value)));
        }

        if (policy.FirstAlertMonth(now) is { } alerts)
            dropped.AddRange((await DropAsync(names.Alerts, alerts, cancellationToken)).Select(m => new DroppedMonth("alerts", m.Key, m.Value)));
        return dropped;
    }

    private async Task<SortedDictionary<DateOnly, long>> DropAsync(string alias, DateOnly kept, CancellationToken cancellationToken)
    {
        var months = new SortedDictionary<DateOnly, long>();
        foreach (var (index, documents) in await IndicesAsync(alias, cancellationToken))
        {
            if (IndexNames.MonthOf(index) is not { } month || month >= kept) continue;
            await http.SendAsync(HttpMethod.DELETE, "/" + index, null, cancellationToken);
            months[month] = months.GetValueOrDefault(month) + documents;
        }

        return months;
    }

    private async Task<List<(string Index, long Documents)>> IndicesAsync(string alias, CancellationToken cancellationToken)
    {
        var answer = await http.SendAsync(HttpMethod.GET, $"/{alias}/_stats/docs?filter_path=indices.*.primaries.docs.count", null, cancellationToken);
        if (answer.Status == 404) return [];
        using var json = answer.Json();
        return !json.RootElement.TryGetProperty("indices", out var indices)
            ? []
            : [.. indices.EnumerateObject().Select(i => (i.Name, i.Value.GetProperty("primaries").GetProperty("docs").GetProperty("count").GetInt64()))];
    }
}
