using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace NewsWatch.UnitTests.Storage;

/// <summary>Which months' indices an id is asked of.</summary>
public sealed class RecentMonthsTests : IAsyncLifetime
{
    private const string ThisMonth = "newswatch-articles-2026.11";
    private const string LastMonth = "newswatch-articles-2026.10";

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 26, 8, 0, 0, TimeSpan.Zero));
    private readonly List<string> _asked = [];
    private bool _lastMonthExists;
    private ScriptedElasticsearch _server = null!;

    public async ValueTask InitializeAsync() => _server = await ScriptedElasticsearch.StartAsync(_time, Answer);

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_month_that_has_no_index_is_left_alone()
    {
        Assert.Empty(await _server.FindAsync("a"));
        Assert.Empty(await _server.FindAsync("b"));

        Assert.Equal([ThisMonth, LastMonth, ThisMonth], _asked);
    }

    [Fact]
    public async Task An_index_that_is_made_later_is_asked_a_minute_later()
    {
        await _server.FindAsync("a");
        _lastMonthExists = true;
        _time.Advance(TimeSpan.FromSeconds(61));
        await _server.FindAsync("a");
        await _server.FindAsync("a");

        Assert.Equal([ThisMonth, LastMonth, ThisMonth, LastMonth, ThisMonth, LastMonth], _asked);
    }

    private (int Status, string Body) Answer(string method, string path, string body)
    {
        if (path != "/_mget") return (200, """{"_shards":{"failed":0},"hits":{"hits":[]}}""");
        var indices = JsonDocument.Parse(body).RootElement.GetProperty("docs").EnumerateArray().Select(d => d.GetProperty("_index").GetString()!).ToList();
        _asked.AddRange(indices);
        return (200, $$"""{"docs":[{{string.Join(',', indices.Select(Document))}}]}""");
    }

    private string Document(string index) => index == ThisMonth || _lastMonthExists
        ? $$"""{"_index":"{{index}}","found":false}"""
        : $$$"""{"_index":"{{{index}}}","error":{"type":"index_not_found_exception","reason":"no such index"}}""";
}
