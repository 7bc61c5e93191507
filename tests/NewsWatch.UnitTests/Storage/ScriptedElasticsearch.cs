using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NewsWatch.Contracts;
using NewsWatch.Storage;
using NewsWatch.Storage.Articles;
using Xunit;

namespace NewsWatch.UnitTests.Storage;

/// <summary>An HTTP server that answers as a test says, and the store that takes it for Elasticsearch.</summary>
internal sealed class ScriptedElasticsearch : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly ServiceProvider _services;

    private ScriptedElasticsearch(WebApplication server, TimeProvider time)
    {
        _server = server;
        var settings = new Dictionary<string, string?> { ["ConnectionStrings:elasticsearch"] = server.Urls.First() };
        _services = new ServiceCollection().AddLogging()
            .AddSingleton(time)
            .AddNewsWatchStorage(new ConfigurationBuilder().AddInMemoryCollection(settings).Build()).BuildServiceProvider();
    }

    /// <summary>Answers a method, a path with its query and a body with a status and a body.</summary>
    public delegate (int Status, string Body) Answer(string method, string path, string body);

    public static async Task<ScriptedElasticsearch> StartAsync(TimeProvider time, Answer answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = builder.Build();
        server.Run(context => AnswerAsync(context, answer));
        await server.StartAsync(TestContext.Current.CancellationToken);
        return new ScriptedElasticsearch(server, time);
    }

    public Task<IReadOnlyList<WriteOutcome>> WriteAsync(params string[] keys) =>
        _services.GetRequiredService<IArticleWriter>().WriteAsync([.. keys.Select(Article)], TestContext.Current.CancellationToken);

    public Task<IReadOnlyDictionary<string, KnownArticle>> FindAsync(params string[] keys) =>
        _services.GetRequiredService<IArticleLookup>().FindAsync([.. keys.Select(IdOf)], TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _server.DisposeAsync();
    }

    /// <summary>The id of the article of that key.</summary>
    public static string IdOf(string key) => Article(key).Id;

    /// <summary>The ids that a bulk request creates.</summary>
    public static string[] IdsOf(string bulk) =>
        [.. bulk.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where((_, i) => i % 2 == 0).Select(l => JsonDocument.Parse(l).RootElement.GetProperty("create").GetProperty("_id").GetString()!)];

    /// <summary>What is answered to a bulk request that creates all.</summary>
    public static (int Status, string Body) AllCreated(string bulk) =>
        (200, $$"""{"errors":false,"items":[{{string.Join(',', IdsOf(bulk).Select(id => $$$"""{"create":{"_id":"{{{id}}}","status":201}}"""))}}]}""");

    private static async Task AnswerAsync(HttpContext context, Answer answer)
    {
        using var reader = new StreamReader(context.Request.Body);
        var request = context.Request;
        var (status, body) = answer(request.Method, request.Path + request.QueryString, await reader.ReadToEndAsync());
        context.Response.StatusCode = status;
        context.Response.Headers["X-Elastic-Product"] = "Elasticsearch";
        context.Response.ContentType = "application/vnd.elasticsearch+json;compatible-with=9";
        if (!HttpMethods.IsHead(request.Method)) await context.Response.WriteAsync(body);
    }

    private static Article Article(string key) => new()
    {
        Id = DerivedId.From("test", key),
        Title = key,
        Seen = new DateTimeOffset(2026, 11, 25, 10, 0, 0, TimeSpan.Zero),
        Hash = DerivedId.From(key, "", ""),
    };
}
