using NewsWatch.Matching;
using NewsWatch.Matching.Language;
using NewsWatch.Matching.Language.Tree;
using Xunit;

namespace NewsWatch.UnitTests.Matching.Language;

/// <summary>What queries are read as, seen through their canonical form, which writes every AND and every distance.</summary>
public sealed class ParserTests
{
    [Theory]
    [InlineData("a b", "a AND b")]
    [InlineData("a b OR c d", "a AND b OR c AND d")]
    [InlineData("(a OR b) c", "(a OR b) AND c")]
    [InlineData("a OR (b OR c)", "a OR b OR c")]
    [InlineData("(a b) c", "a AND b AND c")]
    [InlineData("a NOT b OR c", "a AND NOT b OR c")]
    [InlineData("a -b", "a AND NOT b")]
    [InlineData("a AND NOT b", "a AND NOT b")]
    [InlineData("a -(b c)", "a AND NOT (b AND c)")]
    [InlineData("a NOT b NEAR c", "a AND NOT b NEAR/4 c")]
    [InlineData("a b NEAR/2 c d", "a AND b NEAR/2 c AND d")]
    [InlineData("a OR b NEAR/2 c", "a OR b NEAR/2 c")]
    [InlineData("NOT NOT a", "a")]
    [InlineData("a NEAR b NEAR c", "a NEAR/4 b NEAR/4 c")]
    [InlineData("(a NEAR/2 b) NEAR/8 c", "(a NEAR/2 b) NEAR/8 c")]
    public void Near_binds_tighter_than_not_than_and_than_or(string query, string canonical) => Assert.Equal(canonical, Canonical(query));

    [Theory]
    [InlineData("ONEAR", "a ONEAR b", "a ONEAR/4 b")]
    [InlineData("slop", "\"a b\"~3", "\"a b\"~3")]
    [InlineData("no slop", "\"a b\"~0", "\"a b\"")]
    [InlineData("slop of one word", "\"a\"~3", "a")]
    [InlineData("exact", "=WHO \"=WHO said\"", "=WHO AND \"=WHO said\"")]
    [InlineData("stem", "~sanctions", "~sanctions")]
    [InlineData("wildcards", "sanct* wom?n col*r \"Bank of *\"", "sanct* AND wom?n AND col*r AND \"Bank of *\"")]
    [InlineData("sentence", "SENTENCE ( a b )", "SENTENCE(a AND b)")]
    [InlineData("at least", "ATLEAST/3(a OR b)", "ATLEAST/3(a OR b)")]
    [InlineData("field", "TITLE: a title:\"b c\" title:(d OR e)", "title:a AND title:\"b c\" AND title:(d OR e)")]
    [InlineData("values", "lang:EN domain:BBC.co.uk url:/sport/", "lang:en AND domain:\"bbc.co.uk\" AND url:\"/sport/\"")]
    [InlineData("quoted operator", "\"AND\" OR \"near8\"", "\"AND\" OR \"near8\"")]
    [InlineData("question in a phrase", "\"Will it last?\"", "\"Will it last\"")]
    [InlineData("punctuation in a phrase", "\"lethal — aid\"", "\"lethal aid\"")]
    [InlineData("lower case operators", "a and b", "a AND and AND b")]
    [InlineData("time of day", "12:30", "\"12:30\"")]
    [InlineData("address", "https://example.org/a", "\"https://example.org/a\"")]
    [InlineData("Hebrew abbreviation", "צה\"ל אמר", "\"צה\"ל\" AND אמר")]
    [InlineData("side by side without a space", "(a)(b)\"c d\"e", "a AND b AND \"c d\" AND e")]
    public void Every_construct_is_read(string construct, string query, string canonical) => Assert.Equal((construct, canonical), (construct, Canonical(query)));

    [Fact]
    public void A_word_of_several_tokens_is_a_phrase()
    {
        Assert.Equal([new WordTerm("at"), new WordTerm("t")], Phrase("AT&T").Terms);
        Assert.Equal([new WordTerm("制"), new WildcardTerm("裁", "*")], Phrase("制裁*").Terms);
        Assert.Equal([new WordTerm("12"), new WildcardTerm("year", "*")], Phrase("12-year*").Terms);
    }

    [Fact]
    public void Terms_are_analysed_as_text_is()
    {
        Assert.Equal([new WordTerm("nonlethal"), new WordTerm("lodz")], Phrase("\"non-lethal Łódź\"").Terms);
        Assert.Equal([new ExactTerm("Łódź", "lodz")], Phrase("=Łódź").Terms);
        Assert.Equal([new StemTerm("sanction")], Phrase("~Sanctions").Terms);
        Assert.Equal([new WildcardTerm("presid", "*")], Phrase("Présid*").Terms);
    }

    [Fact]
    public void A_combining_accent_is_the_letter_with_the_accent() => Assert.Equal(Phrase("=E\u0301te").Terms, Phrase("=\u00C9te").Terms);

    [Fact]
    public void Values_stand_below_their_field()
    {
        var field = Assert.IsType<FieldNode>(WatchQuery.Parse("lang:(en OR fr)").Root);
        Assert.Equal(new OrNode(new(new ValueNode(Field.Lang, "en"), new ValueNode(Field.Lang, "fr"))), field.Operand);
    }

    [Fact]
    public void Lower_case_operators_earn_a_hint()
    {
        var hint = Assert.Single(WatchQuery.Parse("lethal or aid").Hints);
        Assert.Equal((8, "lethal OR aid"), (hint.Column, hint.Suggestion));
        Assert.Empty(WatchQuery.Parse("\"to be or not to be\"").Hints);
    }

    private static string Canonical(string query) => WatchQuery.Parse(query).ToCanonicalText();

    private static PhraseNode Phrase(string query) => Assert.IsType<PhraseNode>(WatchQuery.Parse(query).Root);
}
