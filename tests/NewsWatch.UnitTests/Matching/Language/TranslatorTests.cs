using NewsWatch.Matching.Language;
using NewsWatch.Matching.Language.Translation;
using Xunit;

namespace NewsWatch.UnitTests.Matching.Language;

public sealed class TranslatorTests
{
    [Theory]
    [InlineData("ukraine sanctions OR embargo", "ukraine AND (sanctions OR embargo)")]
    [InlineData("\"lethal aid\" site:www.bbc.co.uk/news -sport", "\"lethal aid\" AND domain:\"bbc.co.uk\" AND NOT sport")]
    [InlineData("allintitle: lethal aid", "title:(lethal AND aid)")]
    [InlineData("police AROUND(5) armor", "police NEAR/5 armor")]
    [InlineData("“lethal aid” | sanctions", "\"lethal aid\" OR sanctions")]
    [InlineData("intitle:aid inurl:/world/", "title:aid AND url:\"/world/\"")]
    public void Google(string theirs, string ours) => Same(theirs, QueryDialect.Google, ours);

    [Theory]
    [InlineData("(\"Acme Corp\" or Acme*) near/5 (layoff* or \"job cuts\") not title:\"Acme Records\"", "(\"Acme Corp\" OR Acme*) NEAR/5 (layoff* OR \"job cuts\") AND NOT title:\"Acme Records\"")]
    [InlineData("ingress:\"lethal aid\" AND atleast3(sanction*)", "summary:\"lethal aid\" AND ATLEAST/3(sanction*)")]
    [InlineData("a onear/3 b", "a ONEAR/3 b")]
    public void Meltwater(string theirs, string ours) => Same(theirs, QueryDialect.Meltwater, ours);

    [Theory]
    [InlineData("\"electric car\"~5 AND lang:en AND +WHO", "\"electric car\"~5 AND lang:en AND =WHO")]
    [InlineData("title:(tesla OR \"elon musk\") AND NOT site:twitter.com", "title:(tesla OR \"elon musk\") AND NOT domain:\"twitter.com\"")]
    public void Talkwalker(string theirs, string ours) => Same(theirs, QueryDialect.Talkwalker, ours);

    [Theory]
    [InlineData("china russia", "china OR russia")]
    [InlineData("china russia NOT iran", "(china OR russia) AND NOT iran")]
    [InlineData("title:(lethal aid) AND content:x", "title:(lethal OR aid) AND body:x")]
    [InlineData("+china -russia", "china AND NOT russia")]
    [InlineData("AT\\&T && foo\\:bar", "AT&T AND \"foo:bar\"")]
    public void Lucene(string theirs, string ours) => Same(theirs, QueryDialect.Lucene, ours);

    [Theory]
    [InlineData(QueryDialect.Google, "aid -filetype:pdf after:2024-01-01", "aid", "filetype:pdf|after:2024-01-01")]
    [InlineData(QueryDialect.Talkwalker, "aid AND sourcecountry:us AND engagement:>100", "aid", "sourcecountry:us|engagement:>100")]
    [InlineData(QueryDialect.Lucene, "title:aid^2 OR roam~2 OR date:[2020 TO 2021] OR /ab+c/", "title:aid OR roam", "^2|roam~2|date:[2020 TO 2021]|/ab+c/")]
    [InlineData(QueryDialect.Lucene, "+china \"lethal aid\"", "china", "\"lethal aid\"")]
    [InlineData(QueryDialect.Meltwater, "a near/500 b", "a NEAR/99 b", "near/500")]
    public void What_cannot_be_said_is_named(QueryDialect dialect, string theirs, string ours, string named)
    {
        var translation = QueryTranslator.Translate(theirs, dialect);
        Assert.Equal(ours, translation.Query?.ToCanonicalText());
        Assert.Equal(named, string.Join('|', translation.Untranslated.Select(u => u.Text)));
        Assert.All(translation.Untranslated, u => Assert.Equal(u.Text, theirs.Substring(u.Column - 1, u.Text.Length)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("*:*")]
    [InlineData("NOT a")]
    public void A_translation_that_cannot_be_read_says_why(string theirs)
    {
        var translation = QueryTranslator.Translate(theirs, QueryDialect.Lucene);
        Assert.Null(translation.Query);
        Assert.NotNull(translation.Error);
    }

    private static void Same(string theirs, QueryDialect dialect, string ours)
    {
        var translation = QueryTranslator.Translate(theirs, dialect);
        Assert.Null(translation.Error);
        Assert.Empty(translation.Untranslated);
        Assert.Equal(WatchQuery.Parse(ours).ToCanonicalText(), translation.Query!.ToCanonicalText());
    }
}
