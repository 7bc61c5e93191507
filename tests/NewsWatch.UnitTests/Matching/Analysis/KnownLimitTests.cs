using NewsWatch.Matching.Analysis;
using Xunit;

namespace NewsWatch.UnitTests.Matching.Analysis;

/// <summary>What the definition does not promise. When one of these fails, the definition got better and its text wants changing.</summary>
public sealed class KnownLimitTests
{
    [Fact]
    public void A_missing_space_after_a_full_stop_glues_two_words() => Assert.Equal(["aid.the"], Forms("aid.The"));

    [Fact]
    public void Thai_has_no_word_boundaries() => Assert.Single(Forms("\u0E20\u0E32\u0E29\u0E32\u0E44\u0E17\u0E22"));

    [Fact]
    public void Korean_particles_stay_on_the_word() => Assert.Equal(["\uBBF8\uAD6D\uC740"], Forms("\uBBF8\uAD6D\uC740"));

    [Fact]
    public void A_prefix_before_a_space_is_a_word_of_its_own() => Assert.Equal(["non", "lethal", "aid"], Forms("non lethal aid"));

    [Fact]
    public void The_country_and_the_pronoun_look_alike() => Assert.Equal(Forms("us"), Forms("U.S."));

    private static IEnumerable<string> Forms(string text) => TextAnalyzer.Analyze(text).Select(token => token.Text);
}
