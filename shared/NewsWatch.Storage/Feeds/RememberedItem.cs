namespace NewsWatch.Storage.Feeds;

/// <summary>An item whose page was fetched or is still to be.</summary>
/// <param name="Item">Names the item.</param>
/// <param name="Text">Fingerprint of what the feed says of it: tells whether the page is to be fetched again.</param>
/// <param name="Tries">How often its page was asked for in vain; -1 when there is nothing more to ask.</param>
/// <param name="HasPage">Whether the article holds its page's text.</param>
/// <param name="Url">The article's address, where the page named another than the feed.</param>
public sealed record RememberedItem(string Item, string Text, int Tries = -1, bool HasPage = false, string? Url = null);
