using System.Collections.Concurrent;
using NewsWatch.Contracts;
using NewsWatch.Storage;
using NewsWatch.Storage.Articles;

namespace NewsWatch.UnitTests.Ingestion.Intake;

/// <summary>Knows what a test tells it, and can be away or slow.</summary>
internal sealed class ControllableArchive : IArticleLookup
{
    private readonly ConcurrentDictionary<string, KnownArticle> _known = new(StringComparer.Ordinal);

    public bool Away { get; set; }

    public bool Silent { get; set; }

    public int Questions { get; private set; }

    /// <summary>What happens before a question about those ids is answered.</summary>
    public Func<IReadOnlyCollection<string>, Task> Thinking { get; set; } = _ => Task.CompletedTask;

    /// <summary>What it was told of without being asked.</summary>
    public ConcurrentQueue<string> Announced { get; } = [];

    public void Announce(IReadOnlyCollection<string> ids)
    {
        foreach (var id in ids) Announced.Enqueue(id);
    }

    public void Knows(Article article) => _known[article.Id] = new KnownArticle(article.Revision, article.Hash, article.Seen);

    public async Task<IReadOnlyDictionary<string, KnownArticle>> FindAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken = default)
    {
        Questions++;
        if (Away) throw new StoreUnavailableException("The archive is away.");
        if (Silent) await Task.Delay(Timeout.Infinite, cancellationToken);
        await Thinking(ids);
        return _known.Where(k => ids.Contains(k.Key)).ToDictionary();
    }
}
