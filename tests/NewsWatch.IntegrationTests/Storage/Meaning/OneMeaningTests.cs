using System.Text.Json.Nodes;
using NewsWatch.Matching.Language;
using NewsWatch.Storage.Articles;
using NewsWatch.Testing;
using Xunit;

namespace NewsWatch.IntegrationTests.Storage.Meaning;

public sealed class SqliteMeaningTests() : OneMeaningContract(new SqliteFolder())
{
    protected override QueryTranslation Translate(WatchQuery query) => QueryTranslation.ToSqlite(query);
}

public sealed class ElasticsearchMeaningTests : OneMeaningContract
{
    private readonly ElasticsearchIndices _indices;

    public ElasticsearchMeaningTests(ElasticsearchServer server)
        : this(new ElasticsearchIndices(server))
    {
    }

    private ElasticsearchMeaningTests(ElasticsearchIndices indices)
        : base(indices) => _indices = indices;

    [Fact]
    public async Task What_Kibana_sends_for_it_finds_what_the_matcher_finds()
    {
        Assert.SkipUnless(KibanaConverter.IsAvailable, KibanaConverter.Absent);
        var articles = await FillAsync();
        var said = Generated(articles).Select(query => (Query: query, Kql: QueryTranslation.ToKql(query))).ToArray();
        var whole = said.Where(s => s.Kql.Exact).ToArray();
        var sent = await KibanaConverter.ConvertAsync([.. whole.Select(s => s.Kql.Text)], await _indices.AskAsync(HttpMethod.Get, $"/{_indices.Prefix}-articles/_mapping"), Cancel);
        var failures = new List<string>();

        foreach (var ((query, kql), body) in whole.Zip(sent))
        {
            body["size"] = articles.Length;
            body["_source"] = false;
            var hits = JsonNode.Parse(await _indices.AskAsync(HttpMethod.Post, $"/{_indices.Prefix}-articles/_search", body.ToJsonString()))!["hits"]!["hits"]!.AsArray();
            var expected = Matching(articles, query);
            if (!expected.SetEquals(hits.Select(h => (string)h!["_id"]!))) failures.Add($"{query.Text}: {expected.Count} by the matcher, {hits.Count} by Kibana for {kql.Text}");
        }

        var reasons = said.Where(s => !s.Kql.Exact).SelectMany(s => s.Kql.Reasons.Select(r => r.Split(':')[0].Split('/')[0])).CountBy(r => r).OrderByDescending(r => r.Value);
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{said.Length} queries: {whole.Length} said whole in KQL, {failures.Count} of them differ; {said.Length - whole.Length} not said whole: {string.Join(", ", reasons.Select(r => $"{r.Key} {r.Value}"))}");
        Assert.Empty(failures);
        Assert.All(said.Where(s => !s.Kql.Exact), s => Assert.NotEmpty(s.Kql.Reasons));
        Assert.True(whole.Length > said.Length / 4, "Next to nothing could be said in KQL, so next to nothing was tried.");
    }

    protected override QueryTranslation Translate(WatchQuery query) => QueryTranslation.ToElasticsearch(query);
}
