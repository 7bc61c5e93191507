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
    private int _heads;
    private ScriptedElasticsearch _server = null!;

    public async ValueTask InitializeAsync() => _server = await ScriptedElasticsearch.StartAsync(_time, Answer);

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_month_that_has_no_index_is_not_asked()
    {
        Assert.Empty(await _server.FindAsync("a"));
        Assert.Empty(await _server.FindAsync("b"));

        Assert.Equal([ThisMonth, ThisMonth], _asked);
        Assert.Equal(1, _heads);
    }

    [Fact]
    public async Task An_index_that_is_made_later_is_asked_a_minute_later()
    {
        await _server.FindAsync("a");
        _lastMonthExists = true;
        _time.Advance(TimeSpan.FromSeconds(61));
        await _server.FindAsync("a");

        Assert.Equal([ThisMonth, ThisMonth, LastMonth], _asked);
    }

    private (int Status, string Body) Answer(string method, string path, string body)
    {
        if (method == "HEAD")
        {
            _heads++;
            return (path == "/" + LastMonth && _lastMonthExists ? 200 : 404, "");
        }

        if (path != "/_mget") return (200, """{"_shards":{"failed":0},"hits":{"hits":[]}}""");
        var docs = JsonDocument.Parse(body).RootElement.GetProperty("docs").EnumerateArray().ToList();
        _asked.AddRange(docs.Select(d => d.GetProperty("_index").GetString()!));
        return (200, $$"""{"docs":[{{string.Join(',', docs.Select(_ => """{"found":false}"""))}}]}""");
    }
}
