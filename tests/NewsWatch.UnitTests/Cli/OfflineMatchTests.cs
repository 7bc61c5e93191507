using System.Text;
using System.Text.Json;
using NewsWatch.Cli.Input;
using NewsWatch.Cli.Match;
using NewsWatch.Cli.Output;
using Xunit;

namespace NewsWatch.UnitTests.Cli;

public sealed class OfflineMatchTests
{
    [Fact]
    public void Watches_are_json_lines_or_plain_queries_and_ids_are_echoed_as_they_came()
    {
        var lines = Match(
            "{\"id\": \"aid\", \"query\": \"\\\"lethal aid\\\"\"}\n\nsanctions\r\n{\"id\": 7, \"query\": \"=WHO\"}\n{\"id\": null, \"query\": \"monday\"}\n",
            "{\"id\": {\"a\": [1]}, \"title\": \"The WHO\", \"body\": \"The lethal aid and the sanctions.\"}\n\n{\"body\": \"On Monday.\"}\n");

        Assert.Equal(["3", "7", "aid"], lines.Where(l => l.GetProperty("article").ValueKind == JsonValueKind.Object).Select(l => l.GetProperty("watch").GetString()).Order(StringComparer.Ordinal));
        Assert.Equal(1, lines[0].GetProperty("article").GetProperty("a")[0].GetInt32());
        Assert.Equal((3, "5"), (lines[^1].GetProperty("article").GetInt32(), lines[^1].GetProperty("watch").GetString()));
        var match = lines.Single(l => l.GetProperty("watch").GetString() == "aid").GetProperty("matches")[0];
        Assert.Equal(("body", 4, 10, "lethal aid"), (match.GetProperty("field").GetString(), match.GetProperty("start").GetInt32(), match.GetProperty("length").GetInt32(), match.GetProperty("text").GetString()));
    }

    [Fact]
    public void Offsets_count_utf16_units_of_the_text_as_given()
    {
        var match = Assert.Single(Match("target", "{\"body\": \"\\ud83d\\ude00 e\\u0301  \\u0001 Target\"}")).GetProperty("matches")[0];

        Assert.Equal((9, 6, "Target"), (match.GetProperty("start").GetInt32(), match.GetProperty("length").GetInt32(), match.GetProperty("text").GetString()));
    }

    [Theory]
    [InlineData("{\"id\": \"a\", \"query\": \"(open\"}", "a")]
    [InlineData("{\"id\": \"a\"}", "a")]
    [InlineData("{\"id\": \"a\", \"query\": 5}", "a")]
    [InlineData("{\"id\": \"a\", \"query\": \"\\ud800\"}", "1")]
    [InlineData("{\"id\": \"a\", ", "1")]
    [InlineData("\"open", "1")]
    public void A_bad_watch_is_a_line_and_costs_only_itself(string watch, string id)
    {
        var lines = Match($"{watch}\ngood\n", "{\"body\": \"good\"}", bad: 1);

        Assert.Equal(id, lines[0].GetProperty("watch").GetString());
        Assert.NotEqual("", lines[0].GetProperty("error").GetString());
        Assert.Equal("2", lines[1].GetProperty("watch").GetString());
    }

    [Fact]
    public void Watches_are_read_with_the_fragments_of_a_file_and_one_that_lacks_its_own_costs_only_itself()
    {
        var lines = Match("{\"id\": \"a\", \"query\": \"@banks\"}\n{\"id\": \"b\", \"query\": \"@nowhere\"}", "{\"body\": \"HSBC\"}", bad: 1, fragments: "banks\tbarclays OR hsbc\n");

        Assert.Equal(("b", true), (lines[0].GetProperty("watch").GetString(), lines[0].GetProperty("error").GetString()!.Contains("no fragment @nowhere", StringComparison.Ordinal)));
        Assert.Equal("a", lines[1].GetProperty("watch").GetString());
    }

    [Theory]
    [InlineData("barclays OR hsbc", "Line 1: a fragment is JSON")]
    [InlineData("a\tx\nA\ty", "Line 2: The name of a fragment")]
    [InlineData("a\tx\n\na\ty", "Line 3: another fragment is called @a")]
    [InlineData("{\"name\": \"a\"}", "Line 1: a fragment has a 'name' and a 'query'")]
    [InlineData("{\"name\": \"a\", \"query\": \"x\", \"version\": \"2\"}", "Line 1: the 'version' of a fragment is a whole number.")]
    [InlineData("{\"name\": \"a\", \"query\": \"x\", \"version\": null}", "Line 1: the 'version' of a fragment is a whole number.")]
    [InlineData("{\"name\": ", "Line 1 starts like JSON")]
    [InlineData("[{\"name\": \"a\", \"query\": \"x\"}, 5]", "Item 2: a fragment has")]
    public void What_is_wrong_with_a_file_of_fragments_is_named(string text, string expected) =>
        Assert.StartsWith(expected, Assert.Throws<FormatException>(() => FragmentFile.Parse(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void Two_watches_of_one_id_are_one_too_many() =>
        Assert.Contains("this id", Match("{\"id\": \"a\", \"query\": \"x\"}\n{\"id\": \"a\", \"query\": \"y\"}", "{\"body\": \"none\"}", bad: 1)[0].GetProperty("error").GetString(), StringComparison.Ordinal);

    [Fact]
    public void Only_line_feeds_end_a_watch() =>
        Assert.Single(Match("{\"id\": \"a\", \"query\": \"x\u2028OR\u0085y\"}", "{\"body\": \"y\"}"));

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("{\"body\": 5}")]
    [InlineData("{\"body\": \"\\ud800\"}")]
    [InlineData("{\"author\": [1]}")]
    public void A_bad_article_is_a_line_and_costs_only_itself(string article)
    {
        var lines = Match("good", $"{article}\n{{\"body\": \"good\"}}", bad: 1);

        Assert.Equal(1, lines[0].GetProperty("line").GetInt32());
        Assert.NotEqual("", lines[0].GetProperty("error").GetString());
        Assert.Equal(2, lines[1].GetProperty("article").GetInt32());
    }

    private static List<JsonElement> Match(string watches, string articles, int bad = 0, string fragments = "")
    {
        using var written = new MemoryStream();
        int failed;
        using (var output = new JsonLines(written))
        {
            var (set, badWatches) = WatchFile.Read(Encoding.UTF8.GetBytes(watches), FragmentFile.Parse(fragments), output);
            using var input = new MemoryStream(Encoding.UTF8.GetBytes(articles));
            failed = badWatches + new OfflineMatcher(set, output).Run(input, TestContext.Current.CancellationToken);
        }

        Assert.Equal(bad, failed);
        return [.. Encoding.UTF8.GetString(written.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
    }
}
