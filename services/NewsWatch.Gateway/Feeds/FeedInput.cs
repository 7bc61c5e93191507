using NewsWatch.Contracts;

namespace NewsWatch.Gateway.Feeds;

/// <summary>A feed as a person writes it. Server-made members may be sent back; they are ignored.</summary>
public sealed record FeedInput(
    string? Id, string? Url, string? Title, string? Site, string? Source, string[]? Folder, string[]? Tag, bool? Enabled, int? Version,
    DateTimeOffset? Created, DateTimeOffset? Updated, FeedHealth? Health)
{
    /// <exception cref="FormatException">The address is no address; the message says so.</exception>
    public Feed ToFeed(DateTimeOffset now, DateTimeOffset? created = null)
    {
        if (string.IsNullOrWhiteSpace(Url)) throw new FormatException("'url' is required.");
        if (!Uri.TryCreate(Url.Trim(), UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || uri.Host.Length == 0 || Url.Length > ArticleLimits.Url)
            throw new FormatException($"'url' must be an absolute http or https address of at most {ArticleLimits.Url} characters.");
        return new Feed
        {
            Id = DerivedId.From("feed", uri.AbsoluteUri),
            Url = uri.AbsoluteUri,
            Title = Empty(Title),
            Site = Empty(Site),
            Source = Empty(Source),
            Folder = Folder ?? [],
            Tag = Tag ?? [],
            Enabled = Enabled ?? true,
            Created = created ?? now,
            Updated = now,
        };
    }

    private static string? Empty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
