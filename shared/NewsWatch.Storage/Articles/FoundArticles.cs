using NewsWatch.Contracts;

namespace NewsWatch.Storage.Articles;

/// <summary>Makes an article into what a search returns.</summary>
internal static class FoundArticles
{
    /// <summary>Without its body, with the places that the query found.</summary>
    public static FoundArticle Of(Article article, QueryMatcher? matcher) => new(article with { Body = "" }, Highlighter.Of(article, matcher));
}
