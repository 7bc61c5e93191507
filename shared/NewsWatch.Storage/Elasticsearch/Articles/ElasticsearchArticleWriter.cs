using NewsWatch.Contracts;
using NewsWatch.Storage.Articles;
using NewsWatch.Storage.Elasticsearch.Client;
using NewsWatch.Storage.Elasticsearch.Schema;

namespace NewsWatch.Storage.Elasticsearch.Articles;

/// <summary>Articles into the month in which they were first seen.</summary>
/// <remarks>
/// First revisions, nearly all there is, are created in bulk without reading anything. Where the server says that an id is taken, and for all
/// later revisions, <see cref="RevisionWriter"/> reads first and writes only if nobody came between. External versions would not do: a document
/// under the number of another text would overwrite it, and the revision that a newer one replaces could be lost between reading and writing.
/// </remarks>
internal sealed class ElasticsearchArticleWriter(BulkSender bulk, RevisionWriter revisions, IndexNames names) : IArticleWriter
{
    public Task<IReadOnlyList<WriteOutcome>> WriteAsync(IReadOnlyList<Article> articles, CancellationToken cancellationToken = default) =>
        StorageTelemetry.WriteAsync(ElasticsearchStore.System, "articles", articles.Count, () => StoreAsync(articles, cancellationToken));

    private async Task<IReadOnlyList<WriteOutcome>> StoreAsync(IReadOnlyList<Article> articles, CancellationToken cancellationToken)
    {
        var outcomes = new WriteOutcome[articles.Count];
        var (firsts, others) = Sort(articles, outcomes);
        var results = await bulk.SendAsync([.. firsts.Select(i => Create(articles[i]))], refresh: false, cancellationToken);
        foreach (var (i, result) in firsts.Zip(results))
        {
            if (result.Conflict) others.Add(i);
            else outcomes[i] = Outcomes.OfCreate(result);
        }

        others.Sort();
        await revisions.WriteAsync(articles, others, outcomes, cancellationToken);
        return outcomes;
    }

    // An id that comes more than once goes, from its second time on, the careful way, so that its revisions meet each other in order.
    private static (List<int> Firsts, List<int> Others) Sort(IReadOnlyList<Article> articles, WriteOutcome[] outcomes)
    {
        var (firsts, others, ids) = (new List<int>(articles.Count), new List<int>(), new HashSet<string>());
        for (var i = 0; i < articles.Count; i++)
        {
            if (ArticleProblem.Of(articles[i]) is { } problem) outcomes[i] = new WriteOutcome(WriteResult.Rejected, problem);
            else if (ids.Add(articles[i].Id) && articles[i].Revision == 1) firsts.Add(i);
            else others.Add(i);
        }

        return (firsts, others);
    }

    private BulkOperation Create(Article article) => BulkOperation.Create(names.ArticlesOf(article.Seen), article.Id, ArticleJson.Of(article));
}
