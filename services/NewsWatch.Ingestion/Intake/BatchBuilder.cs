using System.Text;
using NewsWatch.Contracts;

namespace NewsWatch.Ingestion.Intake;

/// <summary>An article that is to be published, with whom to tell.</summary>
/// <param name="Request">The call that brought it.</param>
/// <param name="Item">The article with its revision.</param>
/// <param name="Outcome">What it is.</param>
/// <param name="Before">What was known of the article until now.</param>
internal readonly record struct Outgoing(IntakeRequest Request, IntakeItem Item, IntakeOutcome Outcome, KnownRevision? Before)
{
    public Article Article => Item.Article;

    public IngestedArticle Message => new()
    {
        Article = Article,
        TraceParent = Request.TraceParent,
        TraceState = Request.TraceState,
        Backfill = Request.Backfill,
    };
}

/// <summary>Articles that are published in one message.</summary>
/// <param name="Articles">One or more.</param>
/// <param name="IsFull">Whether the next article had no room in it.</param>
internal readonly record struct OutgoingBatch(List<Outgoing> Articles, bool IsFull);

/// <summary>Cuts articles into batches by size.</summary>
internal static class BatchBuilder
{
    /// <summary>Envelope, names and the short fields of an article in JSON, roughly.</summary>
    private const int Overhead = 600;

    public static IEnumerable<OutgoingBatch> Cut(IEnumerable<Outgoing> articles, int maxBytes)
    {
        var batch = new List<Outgoing>();
        var size = 0;
        foreach (var outgoing in articles)
        {
            var next = SizeOf(outgoing.Article);
            if (batch.Count > 0 && size + next > maxBytes)
            {
                yield return new(batch, IsFull: true);
                batch = [];
                size = 0;
            }

            batch.Add(outgoing);
            size += next;
        }

        if (batch.Count > 0) yield return new(batch, IsFull: false);
    }

    private static int SizeOf(Article article) =>
        Overhead + BytesOf(article.Title) + BytesOf(article.Summary) + BytesOf(article.Body) + article.Author.Sum(BytesOf) + article.Tag.Sum(BytesOf);

    private static int BytesOf(string text) => Encoding.UTF8.GetByteCount(text);
}
