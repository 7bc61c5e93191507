using CsCheck;
using NewsWatch.Matching;
using NewsWatch.Matching.Language.Tree;
using NewsWatch.Matching.Watches;
using NewsWatch.UnitTests.Matching.Language;
using Xunit;

namespace NewsWatch.UnitTests.Matching.Watches;

/// <summary>The matcher against <see cref="NaiveMatcher"/>, which is obviously right.</summary>
public sealed class MeaningTests
{
    [Fact]
    public void A_query_holds_where_its_definition_says() =>
        Gen.Select(AnyQuery.Parsed, AnyDocument.Any.Array[8]).Sample((query, documents) =>
        {
            var matcher = new QueryMatcher(query);
            foreach (var document in documents)
            {
                var expected = NaiveMatcher.Holds(query.Root, document);
                Assert.True(expected == matcher.Matches(document), $"{query.Text} on {document}: expected {expected}");
                Assert.True(expected == matcher.Find(document).Count > 0, $"{query.Text} on {document}: spans");
            }
        }, iter: 800);

    [Fact]
    public void A_set_finds_what_each_of_its_watches_finds() =>
        Gen.Select(AnyQuery.Parsed.Array[1, 30], AnyDocument.Any.Array[8]).Sample((queries, documents) =>
        {
            var set = WatchSet.Build(queries.Select((q, i) => KeyValuePair.Create($"w{i}", q)));
            foreach (var document in documents) Assert.Equal(Expected(queries.Select(q => new QueryMatcher(q)), document), Found(set, document));
        }, iter: 60);

    [Fact]
    public void Spans_are_ordered_distinct_and_inside_their_field() =>
        Gen.Select(AnyQuery.Parsed, AnyDocument.Any).Sample((query, document) =>
        {
            var spans = new QueryMatcher(query).Find(document);
            Assert.Equal(spans.OrderBy(s => (s.Field, s.Start, s.Length)).Distinct(), spans);
            Assert.All(spans, s => Assert.InRange(s.Start + s.Length, 1, FieldText.Of(document, s.Field).Length));
        }, iter: 500);

    [Fact]
    public void The_words_of_a_near_are_one_of_its_picks() =>
        Gen.Select(AnyQuery.Nears, AnyDocument.Any).Sample((query, document) =>
        {
            var near = (NearNode)query.Root;
            var body = NaiveStream.AllOf(document).Single(s => s.Field == Field.Body);
            var picks = NaivePlaces.Picks(near, body).ToList();
            var tightest = NaivePlaces.Of(near, body);
            var allowed = picks.Where(p => tightest.Contains((p.Min(x => x.Start), p.Max(x => x.End)))).SelectMany(p => p).Select(body.Span).ToHashSet();
            var found = new QueryMatcher(query).Find(document with { Title = "", Summary = "" });
            Assert.True(found.All(allowed.Contains), query.Text);
            Assert.Equal(tightest.Count > 0, found.Count > 0);
        }, iter: 500);

    private static List<string> Expected(IEnumerable<QueryMatcher> matchers, Document document) =>
        [.. matchers.Select((m, i) => (Id: $"w{i}", Spans: m.Find(document))).Where(m => m.Spans.Count > 0).Select(m => $"{m.Id}: {string.Join(", ", m.Spans)}")];

    private static List<string> Found(WatchSet set, Document document)
    {
        var found = new List<string>();
        set.Match(document, found, static (id, spans, into) => into.Add($"{id}: {string.Join(", ", spans.ToArray())}"));
        return [.. found.OrderBy(f => int.Parse(f.AsSpan(1, f.IndexOf(':', StringComparison.Ordinal) - 1), System.Globalization.CultureInfo.InvariantCulture))];
    }
}
