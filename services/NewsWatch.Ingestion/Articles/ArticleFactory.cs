using NewsWatch.Contracts;
using NewsWatch.Formats.Text;
using NewsWatch.Formats.Text.Languages;
using NewsWatch.Formats.Urls;

namespace NewsWatch.Ingestion.Articles;

/// <summary>Turns drafts into articles: cleans the texts, checks the limits, derives the identity.</summary>
public sealed class ArticleFactory(TimeProvider clock)
{
    /// <summary>What stands for a language that was neither given nor told from the text yet.</summary>
    private const string NotToldYet = "";

    /// <summary>The article as revision 1 seen now, or what is wrong with the draft.</summary>
    public ArticleOrProblem Create(ArticleDraft draft)
    {
        var prepared = Prepare(draft);
        return prepared.Article is { } article ? ArticleOrProblem.Ok(WithLanguage(article)) : prepared;
    }

    /// <summary>The same, its language still to be told by <see cref="WithLanguage"/> where the draft does not give it: that takes a millisecond, more than all the rest, and a repeat needs none.</summary>
    public ArticleOrProblem Prepare(ArticleDraft draft)
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
            url = CanonicalUrl.Of(draft.Url, out var host);
            if (url is null) return ArticleOrProblem.Wrong($"'url' must be an absolute http or https address, not '{Excerpt.Of(draft.Url)}'.");
            domain = RegistrableDomain.Of(host);
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
            Lang = LanguageTag.Normalize(draft.Lang) ?? NotToldYet,
            Published = draft.Published?.ToUniversalTime(),
            Seen = now,
            Revised = now,
            Hash = Substance.HashOf(title, summary, body),
        });
    }

    /// <summary>The article with the language of its text, where it has none yet.</summary>
    public static Article WithLanguage(Article article) => article.Lang != NotToldYet
        ? article
        : article with { Lang = LanguageDetection.Of(article.Body.Length > 0 ? $"{article.Title}\n{article.Body}" : $"{article.Title}\n{article.Summary}") };

    private static IReadOnlyList<string> Names(IReadOnlyList<string> names) =>
        names.Count == 0 ? [] : [.. names.Select(PlainText.Line).Where(n => n.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).Take(ArticleLimits.Names)];
}

/// <summary>An article, or a sentence that says what is wrong.</summary>
public readonly record struct ArticleOrProblem(Article? Article, string? Problem)
{
    public static ArticleOrProblem Ok(Article article) => new(article, null);

    public static ArticleOrProblem Wrong(string problem) => new(null, problem);
}
