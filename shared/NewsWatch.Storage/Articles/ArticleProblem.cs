using System.Globalization;
using NewsWatch.Contracts;

namespace NewsWatch.Storage.Articles;

/// <summary>What makes an article impossible to store, the same for every store.</summary>
public static class ArticleProblem
{
    // 2^43 ms, about the year 2248: what the key of the SQLite archive has room for.
    private static readonly DateTimeOffset Latest = new(2200, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>What is wrong, as a sentence, or <see langword="null"/>.</summary>
    public static string? Of(Article article)
    {
        if (!DerivedId.IsWellFormed(article.Id)) return $"The article's id '{article.Id}' is not {DerivedId.Length} characters of base64url.";
        if (article.Revision is < 1 or > ArticleLimits.Revisions) return string.Create(CultureInfo.InvariantCulture, $"Revision {article.Revision} is not possible: revisions count from 1 to {ArticleLimits.Revisions}.");
        if (article.Hash.Length == 0) return "The article has no content hash.";
        if (article.Seen < DateTimeOffset.UnixEpoch || article.Seen >= Latest) return string.Create(CultureInfo.InvariantCulture, $"'seen' is {article.Seen:O}: it must lie between 1970 and 2200.");
        return TooLong("title", article.Title, ArticleLimits.Title) ?? TooLong("summary", article.Summary, ArticleLimits.Summary) ?? TooLong("body", article.Body, ArticleLimits.Body);
    }

    private static string? TooLong(string field, string text, int limit) =>
        text.Length <= limit ? null : string.Create(CultureInfo.InvariantCulture, $"The {field} is {text.Length} characters long; at most {limit} can be stored.");
}
