using CsCheck;
using NewsWatch.Contracts;
using Xunit;

namespace NewsWatch.UnitTests.Contracts;

public sealed class TopicTests
{
    private static readonly Gen<string> Word = Gen.OneOf("a", "b", "c-1");
    private static readonly Gen<string> Topics = Dotted(Word, 1, 8);
    private static readonly Gen<string> Patterns = Dotted(Gen.OneOf("a", "b", "c-1", "*", "#", "#"), 1, 10);

    [Theory]
    [InlineData("sanctions")]
    [InlineData("sanctions.russia")]
    [InlineData("a.b.c.d.e.f.g.h")]
    [InlineData("0-9.-")]
    public void A_good_topic_has_no_problem(string topic) => Assert.Null(Topic.Problem(topic));

    [Theory]
    [InlineData(null, "missing")]
    [InlineData("", "missing")]
    [InlineData("a..b", "empty segment")]
    [InlineData(".a", "empty segment")]
    [InlineData("a.", "empty segment")]
    [InlineData("Sanctions", "'S'")]
    [InlineData("a b", "' '")]
    [InlineData("a.*", "'*'")]
    [InlineData("a_b", "'_'")]
    [InlineData("é", "'é'")]
    [InlineData("a.b.c.d.e.f.g.h.i", "9 segments")]
    public void A_bad_topic_is_told_what_is_wrong(string? topic, string said) => Assert.Contains(said, Topic.Problem(topic), StringComparison.Ordinal);

    [Fact]
    public void The_longest_topic_still_makes_a_routing_key()
    {
        Assert.Null(Topic.Problem(new string('a', Topic.MaxLength)));
        Assert.NotNull(Topic.Problem(new string('a', Topic.MaxLength + 1)));
        Assert.True(Topic.RoutingKey(new string('a', Topic.MaxLength)).Length <= 255);
    }

    [Theory]
    [InlineData("sanctions.#", "sanctions", true)]
    [InlineData("sanctions.#", "sanctions.a.b", true)]
    [InlineData("sanctions.#", "sanctionsx", false)]
    [InlineData("sanctions.*", "sanctions", false)]
    [InlineData("sanctions.*", "sanctions.a.b", false)]
    [InlineData("#.b", "b", true)]
    [InlineData("*.#.c", "a.b.c", true)]
    [InlineData("*.#.c", "c", false)]
    [InlineData("", "anything.at.all", true)]
    [InlineData(null, "anything", true)]
    public void Patterns_mean_what_amqp_means(string? pattern, string topic, bool matches) => Assert.Equal(matches, TopicPattern.Parse(pattern).Matches(topic));

    [Fact]
    public void Any_pattern_matches_as_its_definition_says() => Check.Sample(
        Gen.Select(Patterns, Topics), (pattern, topic) => TopicPattern.Parse(pattern).Matches(topic) == Naive(pattern.Split('.'), topic.Split('.')));

    [Fact]
    public void A_hostile_pattern_is_answered_at_once() =>
        Assert.False(TopicPattern.Parse(string.Join('.', Enumerable.Repeat("#.a", 5_000)) + ".b").Matches("a.a.a.a.a.a.a.a"));

    [Theory]
    [InlineData("a..b")]
    [InlineData("##")]
    [InlineData("a*")]
    [InlineData("A")]
    [InlineData("a,b")]
    public void What_no_topic_can_hold_is_no_pattern(string pattern) =>
        Assert.Contains($"'{pattern}'", Assert.Throws<FormatException>(() => TopicPattern.Parse(pattern)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_pattern_prints_as_it_was_read_and_knows_whether_it_is_one_topic()
    {
        Assert.Equal("a.*.#", TopicPattern.Parse(" a.*.# ").ToString());
        Assert.True(TopicPattern.Parse("a.b").IsLiteral);
        Assert.False(TopicPattern.Parse("a.*").IsLiteral);
    }

    private static bool Naive(string[] pattern, string[] topic) => pattern switch
    {
        [] => topic.Length == 0,
        ["#", .. var rest] => Enumerable.Range(0, topic.Length + 1).Any(skip => Naive(rest, topic[skip..])),
        [var first, .. var rest] => topic.Length > 0 && (first == "*" || first == topic[0]) && Naive(rest, topic[1..]),
    };

    private static Gen<string> Dotted(Gen<string> segment, int least, int most) =>
        Gen.Int[least, most].SelectMany(count => segment.List[count].Select(parts => string.Join('.', parts)));
}
