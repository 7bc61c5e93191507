using NewsWatch.Contracts;
using NewsWatch.Matching;

namespace NewsWatch.Storage.Articles;

/// <summary>Turns a stored article into what the matcher reads.</summary>
public static class ArticleDocument
{
    /// <summary>The article as the matcher sees it.</summary>
    public static Document Of(Article article) => new()
    {
        Title = article.Title,
        Summary = article.Summary,
        Body = article.Body,
        Source = article.Source ?? "",
        Domain = article.Domain ?? "",
        Lang = article.Lang,
        Url = article.Url ?? "",
        Author = article.Author,
        Tag = article.Tag,
    };
}
