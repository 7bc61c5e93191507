using Microsoft.Extensions.Time.Testing;
using NewsWatch.Contracts;
using NewsWatch.Ingestion.Articles;
using NewsWatch.Testing;
using Xunit;

namespace NewsWatch.UnitTests.Ingestion.Articles;

public sealed class ArticleFactoryTests
{
    private readonly ArticleFactory _factory = new(new FakeTimeProvider(Some.Time));

    [Fact]
    public void A_draft_becomes_an_article()
    {
        var article = Create(new ArticleDraft
        {
            Title = "  Two\tlines\nof title ",
            Summary = "Short.",
            Body = "First.\n\n\n\nSecond.\r\nThird.",
            Url = "HTTPS://www.NBCNews.com:443/a/../story?utm_source=x#top",
            Source = " NBCNEWS ",
            Author = ["Ann", "ann", " ", "Bob"],
            Tag = ["world"],
            Lang = "en-US",
            Published = new DateTimeOffset(2026, 11, 25, 12, 0, 0, TimeSpan.FromHours(2)),
        });

        Assert.Equal("Two lines of title", article.Title);
        Assert.Equal("First.\n\nSecond.\nThird.", article.Body);
        Assert.Equal("nbcnews.com", article.Domain);
        Assert.Equal(ArticleId.Derive(article.Url, null, null, "", ""), article.Id);
        Assert.Equal(["Ann", "Bob"], article.Author);
        Assert.Equal(("NBCNEWS", "en", 1), (article.Source, article.Lang, article.Revision));
        Assert.Equal(new DateTimeOffset(2026, 11, 25, 10, 0, 0, TimeSpan.Zero), article.Published!.Value);
        Assert.Equal(TimeSpan.Zero, article.Published.Value.Offset);
        Assert.Equal((Some.Time, Some.Time), (article.Seen, article.Revised));
        Assert.Equal(Substance.HashOf(article.Title, article.Summary, article.Body), article.Hash);
    }

    [Theory]
    [InlineData("One sentence. And another.", "One sentence.")]
    [InlineData("No end", "No end")]
    [InlineData("A line\n\nand a paragraph.", "A line")]
    public void A_missing_title_is_the_first_sentence(string body, string title) => Assert.Equal(title, Create(new ArticleDraft { Body = body }).Title);

    [Fact]
    public void A_long_first_sentence_is_cut_at_a_word_or_at_least_at_a_letter()
    {
        var words = Create(new ArticleDraft { Body = string.Concat(Enumerable.Repeat("word ", 1_000)) }).Title;
        Assert.True(words.Length <= ArticleLimits.Title);
        Assert.EndsWith("word…", words, StringComparison.Ordinal);

        foreach (var start in (string[])["", "x"])
        {
            var letters = Create(new ArticleDraft { Body = start + string.Concat(Enumerable.Repeat("\U0001F600", 2_000)) }).Title;
            Assert.InRange(letters.Length, ArticleLimits.Title - 2, ArticleLimits.Title);
            Assert.DoesNotContain('\uFFFD', letters);
        }
    }

    [Theory]
    [InlineData("Cafe\u0301", "Café")]
    [InlineData("a\0b\u0007c", "abc")]
    [InlineData("\uFEFFmark", "mark")]
    public void Texts_are_composed_and_cleaned(string given, string kept) => Assert.Equal(kept, Create(new ArticleDraft { Title = given }).Title);

    [Fact]
    public void Half_a_surrogate_pair_becomes_the_replacement_character() =>
        Assert.Equal("lone \uFFFD half", Create(new ArticleDraft { Title = "lone \uD800 half" }).Title);

    [Theory]
    [InlineData(null, null)]
    [InlineData("  ", "\n\t ")]
    [InlineData("\0", "\u200B\0")]
    public void Nothing_to_read_is_refused(string? title, string? body)
    {
        var result = _factory.Create(new ArticleDraft { Title = title, Body = body });
        if (result.Article is { } article) Assert.NotEqual("", article.Title);
        else Assert.Contains("'title' or 'body' is required", result.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("title", 2_000)]
    [InlineData("summary", 20_000)]
    [InlineData("body", 500_000)]
    [InlineData("source", 256)]
    [InlineData("author", 256)]
    [InlineData("tag", 256)]
    [InlineData("guid", 2_048)]
    public void The_longest_is_taken_and_one_more_is_refused_by_name(string member, int limit)
    {
        Assert.NotNull(_factory.Create(With(member, limit)).Article);

        var problem = _factory.Create(With(member, limit + 1)).Problem;
        Assert.StartsWith($"'{member}' is", problem, StringComparison.Ordinal);
        Assert.Contains($"at most {limit:N0}", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ftp://example.org/a")]
    [InlineData("/relative")]
    [InlineData("javascript:alert(1)")]
    [InlineData("http://")]
    public void What_is_no_web_address_is_refused(string url) =>
        Assert.Contains(url, _factory.Create(new ArticleDraft { Title = "T", Url = url }).Problem, StringComparison.Ordinal);

    [Fact]
    public void Any_texts_make_a_clean_article_or_a_sentence() => CsCheck.Check.Sample(
        CsCheck.Gen.Select(CsCheck.Gen.String, CsCheck.Gen.String, CsCheck.Gen.String),
        (title, body, source) =>
        {
            var result = _factory.Create(new ArticleDraft { Title = title, Body = body, Source = source, Author = [source] });
            if (result.Article is not { } article) return !string.IsNullOrEmpty(result.Problem);
            return article.Title.Length > 0 && !article.Title.Contains('\n', StringComparison.Ordinal)
                && string.Concat(article.Title, article.Body, article.Source).EnumerateRunes().All(r => r.Value is '\n' || r.Value >= ' ');
        });

    private static ArticleDraft With(string member, int length)
    {
        var text = new string('x', length);
        var draft = new ArticleDraft { Title = "T" };
        return member switch
        {
            "title" => draft with { Title = text },
            "summary" => draft with { Summary = text },
            "body" => draft with { Body = text },
            "source" => draft with { Source = text },
            "author" => draft with { Author = ["short", text] },
            "tag" => draft with { Tag = [text] },
            _ => draft with { Guid = text },
        };
    }

    private Article Create(ArticleDraft draft)
    {
        var result = _factory.Create(draft);
        Assert.Null(result.Problem);
        return result.Article!;
    }
}
