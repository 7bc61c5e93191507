using System.Globalization;
using NewsWatch.Contracts;

namespace NewsWatch.Ingestion.Articles;

internal static class Limits
{
    /// <summary>What exceeds its limit, as a sentence, or <see langword="null"/>.</summary>
    public static string? Problem(string title, string summary, string body, ArticleDraft draft) =>
        TooLong("title", title, ArticleLimits.Title)
        ?? TooLong("summary", summary, ArticleLimits.Summary)
        ?? TooLong("body", body, ArticleLimits.Body)
        ?? TooLong("url", draft.Url, ArticleLimits.Url)
        ?? TooLong("guid", draft.Guid, ArticleLimits.Url)
        ?? TooLong("source", draft.Source, ArticleLimits.Name)
        ?? TooLong("author", draft.Author.MaxBy(a => a.Length), ArticleLimits.Name)
        ?? TooLong("tag", draft.Tag.MaxBy(t => t.Length), ArticleLimits.Name);

    private static string? TooLong(string name, string? text, int limit) =>
        text is null || text.Length <= limit
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"'{name}' is {text.Length:N0} characters long; at most {limit:N0} are allowed.");
}
