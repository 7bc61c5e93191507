using NewsWatch.Contracts;

namespace NewsWatch.Gateway.Feeds;

/// <summary>A feed as a person writes it. Server-made members may be sent back; they are ignored.</summary>
public sealed record FeedInput
{
    public string? Id { get; init; }

    public string? Url { get; init; }

    public string? Title { get; init; }

    public string? Site { get; init; }

    public string? Source { get; init; }

    public string[]? Folder { get; init; }

    public string[]? Tag { get; init; }

    public bool? Enabled { get; init; }

    /// <summary><c>auto</c>, <c>on</c> or <c>off</c>: whether the pages behind the items are fetched for their text.</summary>
    public string? FetchPages { get; init; }

    public int? Version { get; init; }

    public DateTimeOffset? Created { get; init; }

    public DateTimeOffset? Updated { get; init; }

    public FeedHealth? Health { get; init; }

    /// <exception cref="FormatException">Something in it cannot be; the message says what.</exception>
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
            Folder = Names("folder", Folder),
            Tag = Names("tag", Tag),
            Enabled = Enabled ?? true,
            FetchPages = Pages(FetchPages),
            Created = created ?? now,
            Updated = now,
        };
    }

    private static PageFetching Pages(string? written) => written?.Trim().ToLowerInvariant() switch
    {
        null or "" or "auto" => PageFetching.Auto,
        "on" => PageFetching.On,
        "off" => PageFetching.Off,
        _ => throw new FormatException($"'fetchPages' is \"auto\", \"on\" or \"off\", not \"{written}\"."),
    };

    private static string[] Names(string member, string?[]? names) =>
        names is null ? [] : [.. names.Select(name => name is null ? throw new FormatException($"'{member}' must be an array of strings only.") : PrintableText.Of(name))];

    // What cannot be printed cannot be written into a list of feeds either.
    private static string? Empty(string? text) => string.IsNullOrWhiteSpace(text) ? null : PrintableText.Of(text.Trim());
}
