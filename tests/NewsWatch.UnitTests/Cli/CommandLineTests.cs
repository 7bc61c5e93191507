using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using NewsWatch.Testing;
using Xunit;

namespace NewsWatch.UnitTests.Cli;

public sealed class CommandLineTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("newswatch-cli-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("")]
    [InlineData("run")]
    [InlineData("push")]
    [InlineData("match")]
    [InlineData("service")]
    public async Task Every_command_explains_itself(string command)
    {
        var (exit, output, _) = await CommandLine.RunAsync([.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]);

        Assert.Equal(0, exit);
        Assert.Contains("USAGE", output, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("no-such-command")]
    [InlineData("push")]
    [InlineData("match articles.jsonl")]
    [InlineData("match --watches no-such-file")]
    [InlineData("service nothing")]
    [InlineData("push x.txt --server nonsense")]
    [InlineData("run --no-such-option")]
    public async Task Wrong_usage_is_two_and_says_why(string arguments)
    {
        var (exit, _, errors) = await CommandLine.RunAsync(arguments.Split(' '));

        Assert.Equal(2, exit);
        Assert.NotEqual("", errors.Trim());
    }

    [Fact]
    public async Task Match_reads_a_file_and_standard_input_and_fails_where_a_line_is_bad()
    {
        var watches = await WriteAsync("watches.jsonl", "{\"id\": \"s\", \"query\": \"sanctions\"}\n");
        var articles = await WriteAsync("articles.jsonl", "{\"id\": \"1\", \"body\": \"New sanctions.\"}\n");
        const string Expected = """{"article":"1","watch":"s","matches":[{"field":"body","start":4,"length":9,"text":"sanctions"}]}""" + "\n";

        Assert.Equal((0, Expected, ""), await CommandLine.RunAsync(["match", "--watches", watches, articles]));
        Assert.Equal((0, Expected, ""), await CommandLine.RunAsync(["match", "--watches", watches, "-"], await File.ReadAllTextAsync(articles, TestContext.Current.CancellationToken)));
        Assert.Equal((0, "", ""), await CommandLine.RunAsync(["match", "--watches", watches]));
        var (exit, output, _) = await CommandLine.RunAsync(["match", "--watches", watches], "rubbish\n");
        Assert.Equal(1, exit);
        Assert.Contains("\"line\":1", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Push_says_what_became_of_every_article_and_sends_large_files_in_parts()
    {
        var bodies = new ConcurrentQueue<int>();
        await using var server = await ServeAsync(articles =>
        {
            bodies.Enqueue(articles.GetArrayLength());
            return new
            {
                accepted = articles.GetArrayLength() - 1,
                rejected = new[] { new { index = 0, error = "It is the first." } },
                articles = Enumerable.Range(1, articles.GetArrayLength() - 1).Select(i => new { index = i, id = $"id{i}", revision = 1, outcome = "new" }),
            };
        });
        var file = await WriteAsync("many.jsonl", string.Concat(Enumerable.Range(0, 1_201).Select(i => $"{{\"title\": \"{i}\"}}\n")) + "rubbish\n");

        var (exit, output, _) = await CommandLine.RunAsync(["push", file, "--json", "--server", server.Urls.First()]);

        Assert.Equal(1, exit);
        Assert.Equal([500, 500, 201], bodies);
        var report = JsonDocument.Parse(output).RootElement;
        Assert.Equal(1_198, report.GetProperty("articles").GetArrayLength());
        Assert.Equal(["line 1001:", "line 1202:", "line 1:", "line 501:"], report.GetProperty("errors").EnumerateArray().Select(e => string.Join(' ', e.GetString()!.Split(' ')[..2])).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Push_takes_standard_input_as_one_document_or_as_lines()
    {
        var bodies = new ConcurrentQueue<int>();
        await using var server = await ServeAsync(articles =>
        {
            bodies.Enqueue(articles.GetArrayLength());
            return new { accepted = 1, rejected = Array.Empty<object>(), articles = Array.Empty<object>() };
        });

        Assert.Equal(0, (await CommandLine.RunAsync(["push", "-", "--server", server.Urls.First()], "[{\"title\": \"a\"},\n{\"title\": \"b\"}]")).ExitCode);
        Assert.Equal(0, (await CommandLine.RunAsync(["push", "-", "--server", server.Urls.First()], "{\"title\": \"a\"}\n{\"title\": \"b\"}\n{\"title\": \"c\"}\n")).ExitCode);
        Assert.Equal([2, 3], bodies);
    }

    [Fact]
    public async Task A_server_that_is_away_is_named_with_what_to_do()
    {
        var file = await WriteAsync("story.txt", "A story.");
        var address = $"http://127.0.0.1:{FreePorts.Take(1)[0]}";

        var (exit, _, errors) = await CommandLine.RunAsync(["push", file, "--server", address]);

        Assert.Equal(1, exit);
        Assert.Contains($"No server answers at {address}", errors, StringComparison.Ordinal);
        Assert.Contains("--server URL", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_there_costs_none_of_the_others()
    {
        await using var server = await ServeAsync(_ => new { accepted = 1, rejected = Array.Empty<object>(), articles = new[] { new { index = 0, id = "id", revision = 1, outcome = "new" } } });
        var file = await WriteAsync("story.txt", "A story.");

        var (exit, output, errors) = await CommandLine.RunAsync(["push", "missing.txt", file, "--server", server.Urls.First()]);

        Assert.Equal(1, exit);
        Assert.Contains("missing.txt", errors, StringComparison.Ordinal);
        Assert.Contains("new: id revision 1", output, StringComparison.Ordinal);
    }

    private static async Task<WebApplication> ServeAsync(Func<JsonElement, object> answer)
    {
        var server = WebApplication.CreateSlimBuilder(["--urls", "http://127.0.0.1:0", "--Logging:LogLevel:Default", "None"]).Build();
        server.Run(async http =>
        {
            var articles = await JsonDocument.ParseAsync(http.Request.Body);
            http.Response.StatusCode = StatusCodes.Status202Accepted;
            await http.Response.WriteAsJsonAsync(answer(articles.RootElement));
        });
        await server.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    private async Task<string> WriteAsync(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        await File.WriteAllTextAsync(path, text, TestContext.Current.CancellationToken);
        return path;
    }
}
