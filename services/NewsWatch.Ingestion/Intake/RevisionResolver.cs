using System.Collections.Frozen;
using Microsoft.Extensions.Options;
using NewsWatch.Contracts;
using NewsWatch.Storage;
using NewsWatch.Storage.Articles;

namespace NewsWatch.Ingestion.Intake;

/// <summary>Tells new from repeated from changed: by what was taken in lately, else by asking the archive.</summary>
internal sealed class RevisionResolver(
    IArticleLookup archive, RecentArticles recent, TimeProvider clock, IOptions<IntakeOptions> options, ILogger<RevisionResolver> logger)
{
    private static readonly IReadOnlyDictionary<string, KnownArticle> Nothing = FrozenDictionary<string, KnownArticle>.Empty;

    private readonly IntakeOptions _options = options.Value;
    private DateTimeOffset _askAgain;

    /// <summary>What the archive knows of those ids that were not taken in lately.</summary>
    /// <remarks>
    /// An archive that is away must not stop the news. The articles then count as new; the Indexer keeps a text that differs from the stored
    /// one as a further revision, so at worst a person is told twice.
    /// </remarks>
    public async Task<IReadOnlyDictionary<string, KnownArticle>> AskAsync(IReadOnlyDictionary<UInt128, string> ids, CancellationToken cancellationToken)
    {
        var unknown = ids.Where(id => !recent.TryGet(id.Key, out _)).Select(id => id.Value).ToList();
        if (unknown.Count == 0) return Nothing;
        if (clock.GetUtcNow() < _askAgain)
        {
            archive.Announce(unknown);
            return Nothing;
        }

        try
        {
            return await archive.FindAsync(unknown, cancellationToken).WaitAsync(_options.LookupTimeout, clock, cancellationToken);
        }
        catch (Exception e) when (e is StoreUnavailableException or TimeoutException)
        {
            _askAgain = clock.GetUtcNow() + _options.LookupPause;
            IngestionTelemetry.Unverified.Add(unknown.Count);
            logger.ArchiveNotAsked(unknown.Count, e.Message);
            return Nothing;
        }
    }

    /// <summary>Whether the article was taken in lately just so. It may be forgotten again, when its publish fails.</summary>
    public bool IsRepeat(IntakeItem item) => recent.TryGet(item.Key, out var known) && known.Hash == item.Hash;

    /// <summary>The article with its revision, and what it is.</summary>
    /// <param name="item">The article.</param>
    /// <param name="archived">What <see cref="AskAsync"/> said of it; what was taken in since then counts more.</param>
    public ResolvedArticle Resolve(IntakeItem item, IReadOnlyDictionary<string, KnownArticle> archived)
    {
        var article = item.Article;
        if (!recent.TryGet(item.Key, out var known, out var confirmed))
        {
            if (!archived.TryGetValue(article.Id, out var older)) return new(article, IntakeOutcome.New, null, confirmed);
            known = new KnownRevision(KnownRevision.Bits(older.Hash), older.Revision, older.Seen.UtcTicks);
            recent.Remember(item.Key, known, confirmed);
        }

        return item.OnlyIfNew || known.Hash == item.Hash
            ? new(article with { Revision = known.Revision, Seen = known.Seen }, IntakeOutcome.Unchanged, known, confirmed)
            : new(article with { Revision = known.Revision + 1, Seen = known.Seen }, IntakeOutcome.Changed, known, confirmed);
    }
}

/// <summary>An article with its revision, what it is, what was known of it before, and whether that was published.</summary>
internal readonly record struct ResolvedArticle(Article Article, IntakeOutcome Outcome, KnownRevision? Before, Task<bool> Confirmed)
{
    /// <summary>What holds again if this one's publish fails: what was known before, but not what is itself still on its way and may fail as well.</summary>
    public KnownRevision? Fallback => Confirmed is { IsCompletedSuccessfully: true, Result: true } ? Before : null;
}
