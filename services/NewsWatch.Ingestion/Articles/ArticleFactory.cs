using NewsWatch.Contracts;
using NewsWatch.Formats.Text;
using NewsWatch.Formats.Text.Languages;
using NewsWatch.Formats.Urls;

namespace NewsWatch.Ingestion.Articles;

/// <summary>Turns drafts into articles: cleans the texts, checks the limits, derives the identity.</summary>
public sealed class ArticleFactory(TimeProvider clock)
{
    /// <summary>The article as revision 1 seen now, or what is wrong with the draft.</summary>
    public ArticleOrProblem Create(ArticleDraft draft)
    {
        var body = PlainText.Paragraphs(draft.Body);
        var summary = PlainText.Paragraphs(draft.Summary);
        var title = PlainText.Line(draft.Title);
        if (title.Length == 0) title = TitleFromText.FirstSentence(body);
        if (title.Length == 0) return ArticleOrProblem.Wrong("'title' or 'body' is required and must hold more than white space.");
        if (Limits.Problem(title, summary, body, draft) is { } problem) return ArticleOrProblem.Wrong(problem);

        string? url = null, domain = null;
        if (!string.IsNullOrWhiteSpace(draft.Url))
        {
            url = CanonicalUrl.Of(draft.Url);
            if (url is null) return ArticleOrProblem.Wrong($"'url' must be an absolute http or https address, not '{Excerpt.Of(draft.Url)}'.");
            domain = RegistrableDomain.Of(new Uri(url).IdnHost);
        }

        var source = PlainText.Line(draft.Source) is { Length: > 0 } name ? name : domain;
        var now = clock.GetUtcNow();
        return ArticleOrProblem.Ok(new Article
        {
            Id = ArticleId.Derive(url, source, draft.Guid, title, body),
            Url = url,
            Title = title,
            Summary = summary,
            Body = body,
            Source = source,
            Domain = domain,
            Author = Names(draft.Author),
            Tag = Names(draft.Tag),
            Lang = LanguageTag.Normalize(draft.Lang) ?? LanguageDetection.Of(body.Length > 0 ? $"{title}\n{body}" : $"{title}\n{summary}"),
            Published = draft.Published?.ToUniversalTime(),
            Seen = now,
            Revised = now,
            Hash = Substance.HashOf(title, summary, body),
        });
    }

    private static IReadOnlyList<string> Names(IReadOnlyList<string> names) =>
        names.Count == 0 ? [] : [.. names.Select(PlainText.Line).Where(n => n.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).Take(ArticleLimits.Names)];
}

/// <summary>An article, or a sentence that says what is wrong.</summary>
public readonly record struct ArticleOrProblem(Article? Article, string? Problem)
{
    public static ArticleOrProblem Ok(Article article) => new(article, null);

    public static ArticleOrProblem Wrong(string problem) => new(null, problem);
}
