using System.Text.Json;
using NewsWatch.Matching;
using NewsWatch.Matching.Language;
using NewsWatch.Matching.Watches;
using Xunit;

namespace NewsWatch.UnitTests.Matching.Watches.OtherEngines;

/// <summary>Lucene's own cases for phrases with slop and for ordered and unordered NEAR.</summary>
public sealed class LucenePhraseTests
{
    [Fact]
    public void Phrases_with_slop_hold_where_lucene_says()
    {
        foreach (var @case in Lines("phrase-lucene/sloppy-phrase.jsonl"))
        {
            var query = $"\"{@case.GetProperty("phrase").GetString()}\"~{@case.GetProperty("slop").GetInt32()}";
            Assert.Equal((query, @case.GetProperty("doc").GetString(), @case.GetProperty("match").GetBoolean()), Match(query, @case.GetProperty("doc").GetString()!));
        }
    }

    [Fact]
    public void Near_holds_where_lucenes_spans_do()
    {
        foreach (var @case in Lines("phrase-lucene/spans.jsonl"))
        {
            var query = Near(@case.GetProperty("query").GetProperty("span_near"));
            var docs = @case.GetProperty("docs").EnumerateArray().Select(d => d.GetString()!).ToList();
            var expected = @case.GetProperty("expected_doc_numbers").EnumerateArray().Select(n => n.GetInt32());
            Assert.Equal((query, string.Join(',', expected)), (query, string.Join(',', Enumerable.Range(0, docs.Count).Where(i => Match(query, docs[i]).Item3))));
        }
    }

    private static string Near(JsonElement near)
    {
        var name = near.GetProperty("in_order").GetBoolean() ? "ONEAR" : "NEAR";
        return string.Join($" {name}/{near.GetProperty("slop").GetInt32()} ", near.GetProperty("clauses").EnumerateArray().Select(c => c.GetString()));
    }

    private static (string Query, string? Document, bool Matches) Match(string query, string document) =>
        (query, document, new QueryMatcher(WatchQuery.Parse(query)).Matches(new Document { Body = document }));

    private static IEnumerable<JsonElement> Lines(string file) =>
        File.ReadLines(SharedData.Require(file)).Select(line => JsonSerializer.Deserialize<JsonElement>(line));
}
