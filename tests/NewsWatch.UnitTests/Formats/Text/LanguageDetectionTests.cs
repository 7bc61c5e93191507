using NewsWatch.Formats.Text;
using NewsWatch.Formats.Text.Languages;
using Xunit;

namespace NewsWatch.UnitTests.Formats.Text;

public sealed class LanguageDetectionTests
{
    [Theory]
    [InlineData("The ministers agreed on a new package of military aid on Wednesday.", "en")]
    [InlineData("Die Minister einigten sich am Mittwoch auf ein neues Hilfspaket.", "de")]
    [InlineData("Les ministres se sont mis d'accord mercredi sur de nouvelles sanctions.", "fr")]
    [InlineData("Министры договорились о новых санкциях в среду.", "ru")]
    [InlineData("Міністри домовилися про нові санкції в середу, повідомляє агентство.", "uk")]
    [InlineData("部长们周三就新的制裁措施达成一致", "zh")]
    [InlineData("閣僚は水曜日に新たな制裁で合意した", "ja")]
    [InlineData("장관들은 수요일 새로운 제재에 합의했다", "ko")]
    [InlineData("اتفق الوزراء يوم الأربعاء على عقوبات جديدة", "ar")]
    public void News_is_told_by_its_words(string text, string lang) => Assert.Equal(lang, LanguageDetection.Of(text));

    [Theory]
    [InlineData("")]
    [InlineData("12,3 %")]
    [InlineData("OK")]
    public void What_says_nothing_has_no_language(string text) => Assert.Equal("und", LanguageDetection.Of(text));

    [Theory]
    [InlineData("en-US", "en")]
    [InlineData("en_us", "en")]
    [InlineData(" DE ", "de")]
    [InlineData("deu", "de")]
    [InlineData("zh-Hant-TW", "zh")]
    [InlineData("iw", "he")]
    [InlineData("English", "en")]
    [InlineData("und", null)]
    [InlineData("", null)]
    [InlineData("x-none", null)]
    [InlineData(null, null)]
    public void A_tag_is_made_a_code(string? tag, string? lang) => Assert.Equal(lang, LanguageTag.Normalize(tag));
}
