using NewsWatch.Contracts;
using NewsWatch.Storage.Articles;
using NewsWatch.Storage.Elasticsearch.Client;
using NewsWatch.Storage.Elasticsearch.Schema;

namespace NewsWatch.Storage.Elasticsearch.Articles;

/// <summary>Writes revisions of articles that the archive may hold: reads what is there, keeps what a newer revision replaces, and replaces only what it has read.</summary>
internal sealed class RevisionWriter(ArticleReader reader, BulkSender bulk, IndexNames names)
{
    /// <summary>Writes the articles at <paramref name="indices"/>, those of one id one after another, those of different ids together.</summary>
    public async Task WriteAsync(IReadOnlyList<Article> articles, IReadOnlyList<int> indices, WriteOutcome[] outcomes, CancellationToken cancellationToken)
    {
        var waiting = indices.GroupBy(i => articles[i].Id).Select(group => new Queue<int>(group)).ToList();
        while (waiting.Count > 0)
        {
            var heads = waiting.Select(queue => queue.Peek()).ToArray();
            var done = await RoundAsync([.. heads.Select(i => articles[i])], cancellationToken);
            for (var n = 0; n < heads.Length; n++)
            {
                // Without an outcome somebody came between: the next round reads again.
                if (done[n] is not { } outcome) continue;
                outcomes[heads[n]] = outcome;
                waiting[n].Dequeue();
            }

            waiting.RemoveAll(queue => queue.Count == 0);
        }
    }

    private async Task<WriteOutcome?[]> RoundAsync(Article[] articles, CancellationToken cancellationToken)
    {
        var latest = (await reader.InMonthAsync<Article>(articles.Select(a => (a.Id, a.Seen)), cancellationToken)).ToDictionary(d => d.Id);
        var steps = new List<RevisionStep>();
        foreach (var article in articles) steps.Add(await PlanAsync(article, latest.GetValueOrDefault(article.Id), cancellationToken));

        // What is replaced is kept first, so that a crash between the two loses nothing; that it is kept already is as good.
        await SendAsync(steps, s => s.Keep, result => result.Conflict, cancellationToken);
        await SendAsync(steps, s => s.Put, _ => false, cancellationToken);
        return [.. steps.Select(s => s.Outcome)];
    }

    private async Task<RevisionStep> PlanAsync(Article article, StoredDocument<Article>? latest, CancellationToken cancellationToken)
    {
        var month = names.ArticlesOf(article.Seen);
        if (latest is null) return new RevisionStep(new(WriteResult.Stored)) { Put = BulkOperation.Create(month, article.Id, ArticleJson.Of(article)) };

        var placement = ArticleRevisions.Place(article, await HeldAsync(latest.Source, cancellationToken));
        var placed = article with { Revision = placement.Revision, Seen = latest.Source.Seen };
        var step = new RevisionStep(new(placement.Result));
        return placement.Place switch
        {
            PlacementKind.Behind => step with { Keep = Kept(placed) },
            PlacementKind.Latest => step with { Keep = Kept(latest.Source), Put = new("index", month, article.Id, ArticleJson.Of(placed), latest.Sequence) },
            _ => step,
        };
    }

    private async Task<List<KeyValuePair<int, string>>> HeldAsync(Article latest, CancellationToken cancellationToken)
    {
        var older = latest.Revision == 1
            ? []
            : await reader.OlderAsync<HeldArticle>(latest.Id, latest.Seen, Enumerable.Range(1, latest.Revision - 1), HeldArticle.Fields, cancellationToken);
        return [.. older.Select(o => KeyValuePair.Create(o.Source.Revision, o.Source.Hash)), KeyValuePair.Create(latest.Revision, latest.Hash)];
    }

    private BulkOperation Kept(Article article) =>
        BulkOperation.Create(names.RevisionsOf(article.Seen), ArticleReader.RevisionId(article.Id, article.Revision), ArticleJson.Of(article));

    private async Task SendAsync(List<RevisionStep> steps, Func<RevisionStep, BulkOperation?> pick, Func<BulkResult, bool> asGood, CancellationToken cancellationToken)
    {
        var sent = Enumerable.Range(0, steps.Count).Where(n => pick(steps[n]) is not null).ToArray();
        var results = await bulk.SendAsync([.. sent.Select(n => pick(steps[n])!)], refresh: false, cancellationToken);
        foreach (var (n, result) in sent.Zip(results))
        {
            if (!result.Succeeded && !asGood(result)) steps[n] = new RevisionStep(result.Conflict ? null : Outcomes.Rejected(result));
        }
    }
}

/// <summary>What is to be written for one revision.</summary>
/// <param name="Outcome">What the caller is told once that is done; <see langword="null"/> to plan again.</param>
internal sealed record RevisionStep(WriteOutcome? Outcome)
{
    /// <summary>A revision to keep behind the latest.</summary>
    public BulkOperation? Keep { get; init; }

    /// <summary>The latest revision.</summary>
    public BulkOperation? Put { get; init; }
}
