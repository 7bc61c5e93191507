using System.Text.Json.Nodes;
using NewsWatch.Contracts;
using NewsWatch.Storage;
using NewsWatch.Storage.Alerts;
using NewsWatch.Storage.Articles;
using NewsWatch.Testing;
using Xunit;

namespace NewsWatch.IntegrationTests.Storage.Kibana;

/// <summary>Each panel, session and drop-down of deploy/kibana/newswatch.ndjson, run as the search that Kibana makes of it.</summary>
public sealed class KibanaPanelTests : StoreContract
{
    private readonly ElasticsearchIndices _indices;

    public KibanaPanelTests(ElasticsearchServer server)
        : this(new ElasticsearchIndices(server))
    {
    }

    private KibanaPanelTests(ElasticsearchIndices indices)
        : base(indices) => _indices = indices;

    protected override StoreCollections Collections => StoreCollections.Archive;

    [Fact]
    public async Task An_empty_archive_answers_every_panel_too()
    {
        foreach (var (view, name, body) in KibanaSearches.Of(Objects()))
        {
            var answer = await SearchAsync(view, body);
            Assert.True((int)answer["_shards"]!["failed"]! == 0 && (int)answer["_shards"]!["total"]! > 0, $"{name}: {answer["_shards"]!.ToJsonString()}");
        }
    }

    [Fact]
    public async Task Every_panel_shows_what_was_stored()
    {
        await FillAsync();
        var empty = new List<string>();

        foreach (var (view, name, body) in KibanaSearches.Of(Objects()))
        {
            var answer = await SearchAsync(view, body);
            Assert.True((int)answer["_shards"]!["failed"]! == 0, $"{name}: {answer.ToJsonString()}");
            if (!KibanaSearches.ShowsSomething(answer)) empty.Add(name);
        }

        Assert.Empty(empty);
    }

    [Fact]
    public async Task Every_column_and_field_is_one_that_the_archive_has()
    {
        foreach (var (view, fields) in KibanaSearches.Fields(Objects()))
        {
            var known = JsonNode.Parse(await _indices.AskAsync(HttpMethod.Get, $"/{Index(view)}/_field_caps?fields=*"))!["fields"]!.AsObject().Select(f => f.Key).ToHashSet();
            Assert.All(fields, field => Assert.Contains(field, known));
        }
    }

    private static IReadOnlyList<JsonObject> Objects() => KibanaSearches.Read();

    private string Index(string view) => view.Replace("newswatch", _indices.Prefix, StringComparison.Ordinal);

    private async Task<JsonNode> SearchAsync(string view, JsonObject body) =>
        JsonNode.Parse(await _indices.AskAsync(HttpMethod.Post, $"/{Index(view)}/_search", body.ToJsonString()))!;

    private async Task FillAsync()
    {
        var articles = Enumerable.Range(0, 12).Select(i => Article($"{i}", body: "Sanctions.", source: i % 2 == 0 ? "BBC" : "NBC News")).ToArray();
        await Store.Get<IArticleWriter>().WriteAsync(articles, Cancel);
        await Store.Get<IArticleWriter>().WriteAsync([articles[0] with { Revision = 2, Title = "Changed", Hash = "changed" }], Cancel);
        await Store.Get<IAlertWriter>().WriteAsync(
            [
                .. articles.Select(article => new AlertRaised
                {
                    Id = AlertId.Derive("w", article.Id, 1),
                    Topic = "sanctions",
                    Raised = article.Seen.AddSeconds(1),
                    Watch = new AlertWatch { Id = "w", Name = "Sanctions", Version = 1, Query = "sanctions" },
                    Article = AlertArticle.From(article),
                    Matches = [new AlertMatch { Field = "body", Start = 0, Length = 9, Text = "Sanctions", Sentence = "Sanctions.", SentenceStart = 0 }],
                }),
            ],
            Cancel);
        await SettleAsync();
    }
}
