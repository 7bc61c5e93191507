using NewsWatch.Cli.Errors;
using Xunit;

namespace NewsWatch.UnitTests.Cli;

public sealed class ErrorTests
{
    [Theory]
    [InlineData("serch", "search")]
    [InlineData("sta", "status")]
    [InlineData("aletrs", "alerts")]
    [InlineData("LIST", "list")]
    [InlineData("xylophone", null)]
    public void The_nearest_word_is_found(string written, string? meant) => Assert.Equal(meant, Nearest.Of(written, ["search", "alerts", "status", "watch", "list"]));

    [Theory]
    [InlineData("sanctions AND", 14, "             ^")]
    [InlineData("制裁 AND", 7, "        ^")]
    [InlineData("sanctions OR\ntanker AND", 24, "          ^")]
    [InlineData("AND x", 1, "^")]
    public void The_caret_stands_under_the_column(string query, int column, string caret)
    {
        var lines = new QueryRefusedException(query, "It is wrong.", column, null).Lines().ToList();

        Assert.Equal(["It is wrong.", "  " + query.Split('\n')[^1], "  " + caret], lines);
    }

    [Fact]
    public void What_was_probably_meant_is_said_once()
    {
        Assert.Equal("did you mean: a OR b", new QueryRefusedException("a OR OR b", "It is wrong.", 6, "a OR b").Lines().Last());
        Assert.Equal("     ^".Length + 2, new QueryRefusedException("a OR OR b", "It is wrong. Did you mean: a OR b", 6, "a OR b").Lines().Last().Length);
    }

    [Theory]
    [InlineData("serch", "There is no command 'serch'.", "did you mean: newswatch search", "see: newswatch --help")]
    [InlineData("watch lst", "There is no command 'watch lst'.", "did you mean: newswatch watch list", "see: newswatch watch --help")]
    [InlineData("match --watches w one.jsonl two.jsonl", "'two.jsonl' is one argument too many; put quotation marks around what belongs together.", "see: newswatch match --help")]
    [InlineData("match --watches w one.jsonl -", "'-' is one argument too many; put quotation marks around what belongs together.", "see: newswatch match --help")]
    [InlineData("search tanker --servr x", "There is no option '--servr' here.", "did you mean: --server", "see: newswatch search --help")]
    public async Task A_slip_is_answered_with_what_to_type(string arguments, params string[] lines)
    {
        var (exit, output, errors) = await CommandLine.RunAsync(arguments.Split(' '));

        Assert.Equal((2, ""), (exit, output));
        Assert.Equal(["error: " + lines[0], .. lines[1..]], errors.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.TrimEnd()));
    }

    [Fact]
    public async Task A_query_that_cannot_be_read_is_wrong_usage_and_shows_where()
    {
        var (exit, output, errors) = await CommandLine.RunAsync(["query", "sanctions AND (tanker OR"]);

        Assert.Equal((2, ""), (exit, output));
        var lines = errors.Split('\n');
        Assert.Equal("  sanctions AND (tanker OR", lines[1].TrimEnd());
        Assert.Equal("  " + new string(' ', 24) + "^", lines[2].TrimEnd());
    }
}
