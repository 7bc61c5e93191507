using System.Text.Json;
using NewsWatch.Matching;
using NewsWatch.Matching.Language;
using NewsWatch.Matching.Watches;
using Xunit;

namespace NewsWatch.UnitTests.Matching.Watches.OtherEngines;

/// <summary>OpenSearch's cases for intervals and phrases, as far as the watch language has the operator.</summary>
public sealed class IntervalTests
{
    [Fact]
    public void Intervals_hold_where_opensearch_says()
    {
        var ran = 0;
        foreach (var line in File.ReadLines(SharedData.Require("phrase-opensearch-yaml/cases.jsonl")))
        {
            var @case = JsonSerializer.Deserialize<JsonElement>(line);
            if (IntervalQuery.ToWatch(@case.GetProperty("query")) is not { } query) continue;
            ran++;
            var matcher = new QueryMatcher(WatchQuery.Parse(query));
            var found = @case.GetProperty("docs").EnumerateObject().Count(d => matcher.Matches(new Document { Body = d.Value.GetString()! }));
            Assert.Equal((query, @case.GetProperty("expected_total").GetInt32()), (query, found));
        }

        Assert.True(ran >= 18, $"Only {ran} cases could be said in the watch language.");
    }
}
