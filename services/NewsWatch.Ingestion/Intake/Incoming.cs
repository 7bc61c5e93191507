using NewsWatch.Contracts;

namespace NewsWatch.Ingestion.Intake;

/// <summary>An article on its way in, with what tells it from others in the form in which that is looked up.</summary>
/// <param name="Index">Its place in the call that brought it.</param>
/// <param name="Article">The article.</param>
/// <param name="OnlyIfNew">Whether another text of a known article is no news.</param>
internal readonly record struct Incoming(int Index, Article Article, bool OnlyIfNew)
{
    /// <summary>The article's id.</summary>
    public UInt128 Key { get; } = KnownRevision.Bits(Article.Id);

    /// <summary>The fingerprint of its text.</summary>
    public UInt128 Hash { get; } = KnownRevision.Bits(Article.Hash);

    /// <summary>What is to be remembered of it.</summary>
    public KnownRevision Knowledge => new(Hash, Article.Revision, Article.Seen.UtcTicks);
}
