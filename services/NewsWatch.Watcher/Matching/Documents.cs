using NewsWatch.Contracts;
using NewsWatch.Matching;

namespace NewsWatch.Watcher.Matching;

internal static class Documents
{
    /// <summary>What the matcher sees of an article.</summary>
    public static Document ToDocument(this Article article) => new()
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
