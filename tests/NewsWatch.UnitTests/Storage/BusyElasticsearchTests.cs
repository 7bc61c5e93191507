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

/// <summary>A server that answers as a busy, broken or choosy one does.</summary>
public sealed class BusyElasticsearchTests : IAsyncLifetime
{
    private readonly List<string[]> _sent = [];
    private readonly Queue<Func<string[], (int Status, string Body)>> _answers = [];
    private WebApplication _server = null!;
    private ServiceProvider _services = null!;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _server = builder.Build();
        _server.Run(AnswerAsync);
        await _server.StartAsync(TestContext.Current.CancellationToken);
        var settings = new Dictionary<string, string?> { ["ConnectionStrings:elasticsearch"] = _server.Urls.First() };
        _services = new ServiceCollection().AddLogging()
            .AddSingleton<TimeProvider>(new ImpatientTime())
            .AddNewsWatchStorage(new ConfigurationBuilder().AddInMemoryCollection(settings).Build()).BuildServiceProvider();
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Only_the_documents_that_were_put_off_are_sent_again()
    {
        _answers.Enqueue(ids => Items(ids, 201, 429, 201));
        _answers.Enqueue(ids => Items(ids, 201));

        var outcomes = await WriteAsync("a", "b", "c");

        Assert.All(outcomes, o => Assert.Equal(WriteResult.Stored, o.Result));
        Assert.Equal([Ids("a", "b", "c"), Ids("b")], _sent);
    }

    [Fact]
    public async Task A_whole_request_that_was_put_off_is_sent_again()
    {
        _answers.Enqueue(_ => (429, """{"error":{"type":"circuit_breaking_exception","reason":"too large"},"status":429}"""));
        _answers.Enqueue(_ => (503, """{"error":{"reason":"no master"},"status":503}"""));
        _answers.Enqueue(ids => Items(ids, 201, 201));

        Assert.All(await WriteAsync("a", "b"), o => Assert.Equal(WriteResult.Stored, o.Result));
        Assert.Equal(3, _sent.Count);
    }

    [Fact]
    public async Task A_document_that_can_never_be_stored_is_rejected_alone_with_the_reason()
    {
        _answers.Enqueue(ids => Items(ids, 201, 400, 201));

        var outcomes = await WriteAsync("a", "b", "c");

        Assert.Equal([WriteResult.Stored, WriteResult.Rejected, WriteResult.Stored], outcomes.Select(o => o.Result));
        Assert.Contains("because", outcomes[1].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_stays_busy_is_unavailable()
    {
        for (var i = 0; i < 20; i++) _answers.Enqueue(_ => (429, """{"error":{"reason":"busy"},"status":429}"""));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => WriteAsync("a"));
    }

    [Fact]
    public async Task A_server_that_lets_nobody_in_is_unavailable_and_says_what_to_do()
    {
        _answers.Enqueue(_ => (401, """{"error":{"reason":"missing authentication credentials"},"status":401}"""));
        var error = await Assert.ThrowsAsync<StoreUnavailableException>(() => WriteAsync("a"));
        Assert.Contains("NewsWatch:Elasticsearch:ApiKey", error.Message, StringComparison.Ordinal);
    }

    private Task<IReadOnlyList<WriteOutcome>> WriteAsync(params string[] keys) =>
        _services.GetRequiredService<IArticleWriter>().WriteAsync([.. keys.Select(Article)], TestContext.Current.CancellationToken);

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var lines = (await reader.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var ids = lines.Where((_, i) => i % 2 == 0).Select(l => JsonDocument.Parse(l).RootElement.GetProperty("create").GetProperty("_id").GetString()!).ToArray();
        _sent.Add(ids);
        var (status, body) = _answers.Dequeue()(ids);
        context.Response.StatusCode = status;
        context.Response.Headers["X-Elastic-Product"] = "Elasticsearch";
        context.Response.ContentType = "application/vnd.elasticsearch+json;compatible-with=9";
        await context.Response.WriteAsync(body);
    }

    private static (int Status, string Body) Items(string[] ids, params int[] statuses)
    {
        var items = ids.Zip(statuses, (id, status) => status < 300
            ? $$$"""{"create":{"_id":"{{{id}}}","status":{{{status}}} }}"""
            : $$$"""{"create":{"_id":"{{{id}}}","status":{{{status}}},"error":{"type":"some_exception","reason":"because"} }}""");
        return (200, $$$"""{"errors":true,"items":[{{{string.Join(',', items)}}}]}""");
    }

    private static string[] Ids(params string[] keys) => [.. keys.Select(k => Article(k).Id)];

    private static Article Article(string key) => new()
    {
        Id = DerivedId.From("test", key),
        Title = key,
        Seen = new DateTimeOffset(2026, 11, 25, 10, 0, 0, TimeSpan.Zero),
        Hash = DerivedId.From(key, "", ""),
    };

    /// <summary>Every wait is over at once.</summary>
    private sealed class ImpatientTime : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, dueTime > TimeSpan.Zero ? TimeSpan.Zero : dueTime, period);
    }
}
