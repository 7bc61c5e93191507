using NewsWatch.Contracts;

namespace NewsWatch.Gateway.Feeds;

/// <summary>
/// The addresses of the feeds that there are: each is to be there once. A feed's id is made of the address that it was added with and stays when the feed moves
/// to another; so an address may be taken although the id made of it is free, and the other way round.
/// </summary>
internal sealed class FeedAddresses(IReadOnlyCollection<Feed> feeds)
{
    // Imports of earlier versions kept addresses as they were written.
    private readonly ILookup<string, string> _ids = feeds.ToLookup(feed => new Uri(feed.Url).AbsoluteUri, feed => feed.Id);
    private readonly HashSet<string> _taken = [.. feeds.Select(feed => feed.Id)];

    /// <summary>The id of the feed that has an address, or <see langword="null"/>.</summary>
    public string? IdOf(string url) => _ids[url].FirstOrDefault();

    /// <summary>A feed to be added, with the id of the one that has its address, and so cannot be added; else its own if that is free, or another that is.</summary>
    public Feed Place(Feed wanted)
    {
        if (IdOf(wanted.Url) is { } holder) return wanted with { Id = holder };
        var id = wanted.Id;
        for (var number = 2; _taken.Contains(id); number++) id = DerivedId.From("feed", wanted.Url, FormattableString.Invariant($"{number}"));
        return wanted with { Id = id };
    }
}
