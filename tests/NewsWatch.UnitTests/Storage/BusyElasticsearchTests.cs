using NewsWatch.Storage;
using NewsWatch.Storage.Articles;
using Xunit;

namespace NewsWatch.UnitTests.Storage;

/// <summary>A server that answers as a busy, broken or choosy one does.</summary>
public sealed class BusyElasticsearchTests : IAsyncLifetime
{
    private readonly List<string[]> _sent = [];
    private readonly Queue<Func<string[], (int Status, string Body)>> _answers = [];
    private ScriptedElasticsearch _server = null!;

    public async ValueTask InitializeAsync() => _server = await ScriptedElasticsearch.StartAsync(new ImpatientTime(), Answer);

    public ValueTask DisposeAsync() => _server.DisposeAsync();

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

    private Task<IReadOnlyList<WriteOutcome>> WriteAsync(params string[] keys) => _server.WriteAsync(keys);

    private (int Status, string Body) Answer(string method, string path, string body)
    {
        var ids = ScriptedElasticsearch.IdsOf(body);
        _sent.Add(ids);
        return _answers.Dequeue()(ids);
    }

    private static (int Status, string Body) Items(string[] ids, params int[] statuses)
    {
        var items = ids.Zip(statuses, (id, status) => status < 300
            ? $$$"""{"create":{"_id":"{{{id}}}","status":{{{status}}} }}"""
            : $$$"""{"create":{"_id":"{{{id}}}","status":{{{status}}},"error":{"type":"some_exception","reason":"because"} }}""");
        return (200, $$$"""{"errors":true,"items":[{{{string.Join(',', items)}}}]}""");
    }

    private static string[] Ids(params string[] keys) => [.. keys.Select(ScriptedElasticsearch.IdOf)];

    /// <summary>Every wait is over at once.</summary>
    private sealed class ImpatientTime : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, dueTime > TimeSpan.Zero ? TimeSpan.Zero : dueTime, period);
    }
}
