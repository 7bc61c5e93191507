using NewsWatch.Contracts;
using NewsWatch.Gateway.Kibana;
using NewsWatch.Storage.Articles;

namespace NewsWatch.Gateway.Articles;

/// <summary>A page of a search as the API gives it.</summary>
public sealed record SearchAnswer(long Total, IReadOnlyList<SearchItem> Items, string? Next)
{
    /// <summary>The same search in Kibana, where one is configured.</summary>
    public KibanaSearch? Kibana { get; init; }

    public static SearchAnswer From(ArticlePage page) => new(page.Total, [.. page.Items.Select(SearchItem.From)], page.Next);
}

/// <summary>An article without its body, with the places found.</summary>
public sealed record SearchItem
{
    public required string Id { get; init; }

    public required int Revision { get; init; }

    public string? Url { get; init; }

    public required string Title { get; init; }

    public required string Summary { get; init; }

    public string? Source { get; init; }

    public string? Domain { get; init; }

    public required IReadOnlyList<string> Author { get; init; }

    public required IReadOnlyList<string> Tag { get; init; }

    public required string Lang { get; init; }

    public DateTimeOffset? Published { get; init; }

    public required DateTimeOffset Seen { get; init; }

    public required IReadOnlyList<Highlight> Highlights { get; init; }

    public static SearchItem From(FoundArticle found)
    {
        var article = AlertArticle.From(found.Article);
        return new SearchItem
        {
            Id = article.Id,
            Revision = article.Revision,
            Url = article.Url,
            Title = article.Title,
            Summary = article.Summary,
            Source = article.Source,
            Domain = article.Domain,
            Author = article.Author,
            Tag = article.Tag,
            Lang = article.Lang,
            Published = article.Published,
            Seen = article.Seen,
            Highlights = found.Highlights,
        };
    }
}
