using System.Text.Json;
using Xunit;

namespace NewsWatch.UnitTests.Cli;

public sealed class QueryCommandTests
{
    private const string Query = "\"lethal aid\" NEAR/8 (sanction* OR ~war) NOT title:=WHO AND lang:en SENTENCE(a b) ATLEAST/3(c) \"spring offensive\"~2";

    private const string Tree = """
        AND
          NEAR/8
            PHRASE word lethal · word aid
            OR
              wildcard sanction*
              stem war
          NOT
            FIELD title
              exact WHO
          FIELD lang
            value en
          SENTENCE
            AND
              word a
              word b
          ATLEAST/3
            word c
          PHRASE ~2 word spring · word offensive

        """;

    [Fact]
    public async Task The_tree_shows_every_operator() => Assert.Equal((0, Tree, ""), await CommandLine.RunAsync(["query", Query, "--as", "tree"]));

    [Theory]
    [InlineData("canonical", "sanctions OR tanker\n")]
    [InlineData("elasticsearch", "\"bool\"")]
    [InlineData("sqlite", "sanctions")]
    [InlineData("words", "Finds articles with")]
    public async Task Each_form_says_it_in_its_words(string form, string part)
    {
        var (exit, output, _) = await CommandLine.RunAsync(["query", "sanctions OR (tanker)", "--as", form]);

        Assert.Equal(0, exit);
        Assert.Contains(part, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_query_comes_from_words_standard_input_or_a_file_and_json_says_all()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, "sanctions tanker\n", TestContext.Current.CancellationToken);

        var answers = new[]
        {
            await CommandLine.RunAsync(["query", "sanctions", "tanker", "--as", "canonical", "--json"]),
            await CommandLine.RunAsync(["query", "-", "--as", "canonical", "--json"], "sanctions tanker\n"),
            await CommandLine.RunAsync(["query", "--file", file, "--as", "canonical", "--json"]),
        };

        File.Delete(file);
        var json = JsonDocument.Parse(Assert.Single(answers.Distinct()).Output).RootElement;
        Assert.Equal(("sanctions tanker", "canonical", true), (json.GetProperty("query").GetString(), json.GetProperty("as").GetString(), json.GetProperty("exact").GetBoolean()));
    }

    [Fact]
    public async Task Fragments_come_from_a_file_and_where_none_is_named_the_error_says_how()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, "banks\tbarclays OR @others\n{\"name\": \"others\", \"query\": \"hsbc\", \"version\": 4, \"usedBy\": {}}\n", TestContext.Current.CancellationToken);

        var (exit, output, _) = await CommandLine.RunAsync(["query", "@banks", "--as", "tree", "--fragments", file]);
        Assert.Equal((0, "FRAGMENT @banks version 1\n  OR\n    word barclays\n    FRAGMENT @others version 4\n      word hsbc\n"), (exit, output));

        await File.WriteAllTextAsync(file, """[{"name": "banks", "query": "@banks"}]""", TestContext.Current.CancellationToken);
        (exit, output, var errors) = await CommandLine.RunAsync(["query", "x", "@banks", "--fragments", file]);
        Assert.Equal((2, ""), (exit, output));
        Assert.Contains("@banks → @banks", errors, StringComparison.Ordinal);
        Assert.Equal(["  x @banks", "    ^"], errors.Split('\n')[1..3].Select(l => l.TrimEnd()));

        File.Delete(file);
        (exit, _, errors) = await CommandLine.RunAsync(["query", "@banks"]);
        Assert.Equal((2, true), (exit, errors.Contains("--fragments FILE", StringComparison.Ordinal)));
        Assert.Equal(2, (await CommandLine.RunAsync(["query", "x", "--fragments", file])).ExitCode);
    }

    [Theory]
    [InlineData("query")]
    [InlineData("query x --as poem")]
    [InlineData("query x --file no-such-file")]
    public async Task Wrong_usage_is_two(string arguments)
    {
        var (exit, output, errors) = await CommandLine.RunAsync(arguments.Split(' '));

        Assert.Equal((2, ""), (exit, output));
        Assert.StartsWith("error: ", errors, StringComparison.Ordinal);
    }
}
