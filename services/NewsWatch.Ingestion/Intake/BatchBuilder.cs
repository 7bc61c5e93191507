using NewsWatch.Contracts;

namespace NewsWatch.Ingestion.Intake;

/// <summary>An article that is to be published, with whom to tell.</summary>
internal readonly record struct Outgoing(IntakeRequest Request, int Index, Article Article, IntakeOutcome Outcome)
{
    public IngestedArticle Message => new()
    {
        Article = Article,
        TraceParent = Request.TraceParent,
        TraceState = Request.TraceState,
        Backfill = Request.Backfill,
    };
}

/// <summary>Cuts articles into batches by size.</summary>
internal static class BatchBuilder
{
    /// <summary>Envelope, names and the short fields of an article in JSON, roughly.</summary>
    private const int Overhead = 600;

    public static IEnumerable<List<Outgoing>> Cut(IEnumerable<Outgoing> articles, int maxBytes)
    {
        var batch = new List<Outgoing>();
        var size = 0;
        foreach (var outgoing in articles)
        {
            var next = SizeOf(outgoing.Article);
            if (batch.Count > 0 && size + next > maxBytes)
            {
                yield return batch;
                batch = [];
                size = 0;
            }

            batch.Add(outgoing);
            size += next;
        }

        if (batch.Count > 0) yield return batch;
    }

    private static int SizeOf(Article article) => Overhead + article.Title.Length + article.Summary.Length + article.Body.Length;
}
