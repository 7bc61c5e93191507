using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using NewsWatch.Storage;
using Xunit;

namespace NewsWatch.UnitTests.Storage;

/// <summary>Which months' indices an id is asked of.</summary>
public sealed class ArticleMonthsTests : IAsyncLifetime
{
    private const string ThisMonth = "newswatch-articles-2026.11";
    private const string LastMonth = "newswatch-articles-2026.10";

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 26, 8, 0, 0, TimeSpan.Zero));
    private readonly List<string> _asked = [];
    private string[] _indices = [];
    private string? _failure;
    private int _status = 200;
    private ScriptedElasticsearch _server = null!;

    public async ValueTask InitializeAsync() => _server = await ScriptedElasticsearch.StartAsync(_time, Answer);

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task An_archive_that_is_not_there_yet_is_asked_for_this_month()
    {
        Assert.Empty(await _server.FindAsync("a"));

        Assert.Equal([ThisMonth], _asked);
    }

    [Fact]
    public async Task Where_all_months_are_recent_nothing_is_searched()
    {
        _indices = [ThisMonth, LastMonth];

        Assert.Empty(await _server.FindAsync("a"));

        Assert.Equal([ThisMonth, LastMonth], _asked);
    }

    [Fact]
    public async Task Other_months_are_searched_by_the_names_they_are_written_under()
    {
        _indices = [ThisMonth, "newswatch-v7-articles-2026.03", "newswatch-articles-2024.12"];

        Assert.Empty(await _server.FindAsync("a"));

        Assert.Equal(["/newswatch-articles-2026.03,newswatch-articles-2024.12/_search?ignore_unavailable=true", ThisMonth], _asked.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task More_months_than_fit_into_a_request_are_all_searched()
    {
        _indices = [.. Enumerable.Range(1, 150).Select(month => FormattableString.Invariant($"newswatch-articles-{new DateOnly(2010, 1, 1).AddMonths(month):yyyy.MM}"))];

        Assert.Empty(await _server.FindAsync("a"));

        Assert.Contains("/newswatch-articles/_search?ignore_unavailable=true", _asked);
    }

    [Fact]
    public async Task An_index_that_is_made_later_is_asked_as_soon_as_a_search_would_see_it()
    {
        _indices = [ThisMonth];
        await _server.FindAsync("a");
        _indices = [ThisMonth, LastMonth];
        await _server.FindAsync("a");
        _time.Advance(TimeSpan.FromSeconds(6));
        await _server.FindAsync("a");

        Assert.Equal([ThisMonth, ThisMonth, ThisMonth, LastMonth], _asked);
    }

    [Fact]
    public async Task Names_that_are_nobodys_month_are_searched_as_they_are()
    {
        _indices = [ThisMonth, "newswatch-articles-restored", "old-articles-2024.12"];

        Assert.Empty(await _server.FindAsync("a"));

        Assert.Contains("/newswatch-articles-restored,old-articles-2024.12/_search?ignore_unavailable=true", _asked);
    }

    [Fact]
    public async Task A_failed_question_is_asked_again()
    {
        _status = 403;
        await Assert.ThrowsAsync<StoreUnavailableException>(() => _server.FindAsync("a"));
        _status = 200;

        Assert.Empty(await _server.FindAsync("a"));
    }

    [Fact]
    public async Task What_a_shard_does_not_say_is_not_taken_for_new()
    {
        _failure = "no_shard_available_action_exception";

        var error = await Assert.ThrowsAsync<StoreUnavailableException>(() => _server.FindAsync("a"));

        Assert.Contains(ThisMonth, error.Message, StringComparison.Ordinal);
        Assert.Contains(_failure, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_index_that_is_gone_or_closed_by_now_holds_nothing()
    {
        _failure = "index_not_found_exception";
        Assert.Empty(await _server.FindAsync("a"));

        _failure = "index_closed_exception";

        Assert.Empty(await _server.FindAsync("a"));
    }

    private (int Status, string Body) Answer(string method, string path, string body)
    {
        if (_status != 200) return (_status, """{"error":{"type":"security_exception","reason":"a test"},"status":403}""");
        if (path == "/_alias/newswatch-articles")
            return _indices.Length == 0 ? (404, """{"status":404}""") : (200, JsonSerializer.Serialize(_indices.ToDictionary(index => index, _ => new { aliases = new { } })));
        if (!path.Contains("/_mget", StringComparison.Ordinal))
        {
            lock (_asked) _asked.Add(path);
            return (200, """{"_shards":{"failed":0},"hits":{"hits":[]}}""");
        }

        var index = path.Split('/')[1];
        var ids = JsonDocument.Parse(body).RootElement.GetProperty("ids").EnumerateArray();
        lock (_asked) _asked.AddRange(ids.Select(_ => index));
        return (200, $$"""{"docs":[{{string.Join(',', ids.Select(_ => Document(index)))}}]}""");
    }

    private string Document(string index) => _failure is null
        ? $$"""{"_index":"{{index}}","found":false}"""
        : $$$"""{"_index":"{{{index}}}","error":{"type":"{{{_failure}}}","reason":"a test"}}""";
}
