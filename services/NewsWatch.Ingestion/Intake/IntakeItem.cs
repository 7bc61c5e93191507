using System.Diagnostics;
using NewsWatch.Contracts;

namespace NewsWatch.Ingestion.Intake;

/// <summary>An article on its way through the intake, with what tells it from others in the form in which that is looked up.</summary>
/// <param name="Index">Its place in the call that brought it.</param>
/// <param name="Article">The article.</param>
/// <param name="OnlyIfNew">Whether another text of a known article is no news.</param>
internal readonly record struct IntakeItem(int Index, Article Article, bool OnlyIfNew)
{
    /// <summary>The article's id.</summary>
    public UInt128 Key { get; } = KnownRevision.Bits(Article.Id);

    /// <summary>The fingerprint of its text.</summary>
    public UInt128 Hash { get; } = KnownRevision.Bits(Article.Hash);

    /// <summary>What is to be remembered of it.</summary>
    public KnownRevision Knowledge => new(Hash, Article.Revision, Article.Seen.UtcTicks);

    /// <summary>The same with its revision or language: id and text stay, and so what was worked out from them.</summary>
    public IntakeItem As(Article article)
    {
        Debug.Assert(article.Id == Article.Id && article.Hash == Article.Hash, "Another article needs an item of its own.");
        return this with { Article = article };
    }
}
