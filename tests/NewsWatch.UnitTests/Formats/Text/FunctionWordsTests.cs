using NewsWatch.Formats.Text.Languages;
using Xunit;

namespace NewsWatch.UnitTests.Formats.Text;

public sealed class FunctionWordsTests
{
    [Theory]
    [InlineData("en", "The two delegations met for the third time this month and left without a word to the press.")]
    [InlineData("de", "Die beiden Delegationen trafen sich zum dritten Mal in diesem Monat und gingen ohne ein Wort an die Presse, weil sie noch nicht einig sind.")]
    [InlineData("fr", "Les deux délégations se sont réunies pour la troisième fois ce mois-ci et sont parties sans un mot pour la presse.")]
    [InlineData("pl", "Delegacje spotkały się po raz trzeci w tym miesiącu i nie powiedziały prasie, co jest już ustalone, a czego jeszcze nie ma.")]
    public void The_little_words_of_a_sentence_or_two_tell_its_language(string language, string text) => Assert.Equal(language, FunctionWords.LanguageOf(text));

    [Theory]
    [InlineData("")]
    [InlineData("Sanctions stay")]
    [InlineData("The Times, The Guardian, The Sun")]
    public void A_few_words_do_not(string text) => Assert.Null(FunctionWords.LanguageOf(text));

    [Theory]
    [InlineData("Predstavnici su rekli da će se o tome odlučiti na sjednici koja je zakazana za utorak i da ne bi bilo dobro da se to odgodi.")]
    [InlineData("Og det er en av de sakene som har vært på dagsorden i flere år, men som de ikke har blitt enige om.")]
    public void Neither_does_a_text_that_a_near_language_shares(string text) => Assert.Null(FunctionWords.LanguageOf(text));

    [Fact]
    public void A_quotation_does_not_make_the_language()
    {
        var swahili = string.Join(' ', Enumerable.Repeat("Waziri mkuu alisema kwamba mazungumzo yataendelea kesho asubuhi mjini.", 10));
        Assert.Null(FunctionWords.LanguageOf($"{swahili} \"It is the will of the people and of the house\" {swahili}"));
    }

    [Theory]
    [InlineData("电影《The Lord of the Rings: The Return of the King》将于下周在全国各地的影院重新上映，票房预计将创下新的纪录。")]
    [InlineData("فيلم \"The Lord of the Rings: The Return of the King\" يعود إلى دور العرض الأسبوع المقبل في جميع أنحاء البلاد.")]
    public void Neither_does_a_title_in_a_text_of_another_script(string text) => Assert.Null(FunctionWords.LanguageOf(text));

    [Fact]
    public void Words_longer_than_any_of_the_lists_are_passed_over() =>
        Assert.Equal("en", FunctionWords.LanguageOf($"The {new string('x', 5_000)} of the house was in the hands of the king, and it is that which they had."));
}
