using NewsWatch.Ingestion.Articles;
using NewsWatch.Storage.Feeds;

namespace NewsWatch.Ingestion.Pages;

/// <summary>An item whose page is wanted.</summary>
/// <param name="draft">The article as the feed gives it.</param>
/// <param name="memory">What is known of it.</param>
/// <param name="known">Whether it was published at an earlier poll.</param>
internal sealed class WaitingItem(ArticleDraft draft, RememberedItem memory, bool known)
{
    private int _published;

    public ArticleDraft Draft => draft;

    public RememberedItem Memory { get; set; } = memory;

    public bool IsKnown => known;

    /// <summary>Whether the feed says something that its page was not yet asked about.</summary>
    public bool IsFresh { get; } = memory.Tries == 0;

    /// <summary>The address it is or will be published under.</summary>
    public string Address => Memory.Url ?? draft.Url!;

    /// <summary>True for the one who is to publish it first in this round.</summary>
    public bool TryPublish() => Interlocked.Exchange(ref _published, 1) == 0;

    /// <summary>The draft to publish without its page. What is known longer, from here or from another feed, must not become shorter.</summary>
    public ArticleDraft AsTeaser() => draft with { Url = Address, OnlyIfNew = !known || Memory.HasPage };
}
