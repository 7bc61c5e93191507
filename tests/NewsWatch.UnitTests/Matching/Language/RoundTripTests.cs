using CsCheck;
using NewsWatch.Matching.Language;
using Xunit;

namespace NewsWatch.UnitTests.Matching.Language;

public sealed class RoundTripTests
{
    [Fact]
    public void Canonical_text_reads_back_as_the_same_tree() =>
        AnyQuery.Parsed.Sample(query => Assert.Equal(query.Root, WatchQuery.Parse(query.ToCanonicalText()).Root), iter: 2_000);

    [Fact]
    public void Canonical_text_is_its_own_canonical_text() =>
        AnyQuery.Parsed.Sample(query =>
        {
            var canonical = query.ToCanonicalText();
            Assert.Equal(canonical, WatchQuery.Parse(canonical).ToCanonicalText());
        }, iter: 1_000);

    [Fact]
    public void Whatever_can_be_read_at_all_reads_back() =>
        HostileQuery.Text.Sample(text =>
        {
            if (HostileQuery.TryRead(text) is { } query) Assert.Equal(query.Root, WatchQuery.Parse(query.ToCanonicalText()).Root);
        }, iter: 20_000);

    [Fact]
    public void Every_query_has_an_explanation() => AnyQuery.Parsed.Sample(query => Assert.StartsWith("Finds articles with ", query.Explain(), StringComparison.Ordinal), iter: 500);
}
