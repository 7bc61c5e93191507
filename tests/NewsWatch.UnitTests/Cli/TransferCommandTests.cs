using System.Collections.Concurrent;
using System.IO.Compression;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace NewsWatch.UnitTests.Cli;

/// <summary>Exports and imports that a server which fails in the middle cuts short.</summary>
public sealed class TransferCommandTests : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("newswatch-transfer-").FullName;
    private readonly ConcurrentQueue<string> _asked = new();
    private readonly WebApplication _server = WebApplication.CreateSlimBuilder(["--urls", "http://127.0.0.1:0", "--Logging:LogLevel:Default", "None"]).Build();
    private volatile string _fails = "";

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
        if (Directory.Exists(State)) Directory.Delete(State, recursive: true);
    }

    [Fact]
    public async Task An_export_that_was_cut_short_goes_on_where_it_was()
    {
        await ServeAsync();
        _fails = "after=2";
        var file = Path.Combine(_folder, "export.jsonl.gz");

        var (exit, _, errors) = await RunAsync("export", file);
        Assert.Equal(1, exit);
        Assert.Contains("It broke.", errors, StringComparison.Ordinal);
        Assert.False(File.Exists(file));

        // What a crash left behind the last whole page must not stay.
        await File.AppendAllTextAsync(file + ".partial", "rubbish", TestContext.Current.CancellationToken);
        _fails = "";
        _asked.Clear();
        (exit, var output, errors) = await RunAsync("export", file);

        Assert.Equal((0, true), (exit, errors.Contains("Going on behind", StringComparison.Ordinal)));
        Assert.Equal("/api/export/articles?after=2", _asked.First(a => a.Contains("export", StringComparison.Ordinal)));
        Assert.StartsWith("Exported 3 articles (4 revisions), 1 alerts, 1 watches, 0 feeds, 1 fragments to", output, StringComparison.Ordinal);
        Assert.Equal(["format", "fragment", "watch", "article", "article", "article", "article", "alert", "end"], Lines(file).Select(l => JsonDocument.Parse(l).RootElement.EnumerateObject().First().Name));
        Assert.Equal([file], Directory.EnumerateFiles(_folder));
    }

    [Fact]
    public async Task An_export_does_not_overwrite_and_does_not_mix()
    {
        await ServeAsync();
        var file = Path.Combine(_folder, "export.jsonl.gz");
        _fails = "after=2";
        await RunAsync("export", file);

        var (exit, _, errors) = await RunAsync("export", file, "--watches");
        Assert.Equal((2, true), (exit, errors.Contains("was begun as an export of something else", StringComparison.Ordinal)));

        await File.WriteAllTextAsync(file, "precious", TestContext.Current.CancellationToken);
        (exit, _, errors) = await RunAsync("export", file);
        Assert.Equal((2, true), (exit, errors.Contains("--force", StringComparison.Ordinal)));
        Assert.Equal("precious", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_import_that_was_cut_short_goes_on_where_it_was()
    {
        var bodies = await ServeAsync();
        var file = Path.Combine(_folder, "export.jsonl");
        await File.WriteAllLinesAsync(file, ["{\"format\":\"newswatch.export/1\"}", .. Enumerable.Range(0, 1_100).Select(i => $"{{\"article\":{{\"n\":{i}}}}}"), "{\"end\":{\"articles\":1100}}"], TestContext.Current.CancellationToken);
        _fails = "\"n\":600}";

        Assert.Equal(1, (await RunAsync("import", file)).ExitCode);
        _fails = "";
        var (exit, output, errors) = await RunAsync("import", file);

        Assert.Equal((1, true), (exit, errors.Contains("Going on behind line 501.", StringComparison.Ordinal)));
        Assert.StartsWith("Imported 1,099 revisions", output, StringComparison.Ordinal);
        Assert.Contains("line 1001: It is refused.", errors, StringComparison.Ordinal);
        Assert.Equal([500, 500, 100], bodies.Select(b => b.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length));
        Assert.Equal(Enumerable.Range(0, 1_100), bodies.SelectMany(b => b.Split('\n', StringSplitOptions.RemoveEmptyEntries)).Select(l => JsonDocument.Parse(l).RootElement.GetProperty("article").GetProperty("n").GetInt32()));
    }

    [Theory]
    [InlineData("{\"title\": \"an article\"}\n", 2, "is no export of NewsWatch")]
    [InlineData("", 2, "is no export of NewsWatch")]
    [InlineData("{\"format\":\"newswatch.export/1\"}\n{\"article\":{\"n\":1}}\n", 1, "has no end")]
    public async Task What_is_no_whole_export_is_said(string text, int exit, string message)
    {
        await ServeAsync();
        var file = Path.Combine(_folder, "x.jsonl");
        await File.WriteAllTextAsync(file, text, TestContext.Current.CancellationToken);

        var answer = await RunAsync("import", file);

        Assert.Equal(exit, answer.ExitCode);
        Assert.Contains(message, answer.Errors, StringComparison.Ordinal);
    }

    private string State => _folder + ".state";

    private Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] arguments) =>
        CommandLine.RunAsync([.. arguments, "--server", _server.Urls.First()], environment: new() { ["XDG_STATE_HOME"] = State });

    private async Task<ConcurrentQueue<string>> ServeAsync()
    {
        var bodies = new ConcurrentQueue<string>();
        _server.Run(async http =>
        {
            var asked = http.Request.Path + http.Request.QueryString;
            _asked.Enqueue(asked);
            var body = await new StreamReader(http.Request.Body).ReadToEndAsync();
            if (_fails.Length > 0 && (asked.Contains(_fails, StringComparison.Ordinal) || body.Contains(_fails, StringComparison.Ordinal)))
            {
                await Results.Problem(statusCode: 400, detail: "It broke.").ExecuteAsync(http);
                return;
            }

            if (body.Length > 0) bodies.Enqueue(body);
            await Results.Json(Answer(asked, body)).ExecuteAsync(http);
        });
        await _server.StartAsync(TestContext.Current.CancellationToken);
        return bodies;
    }

    private static object Answer(string asked, string body) => asked switch
    {
        "/api/export/fragments" => new { items = new[] { new { name = "f" } } },
        "/api/export/watches" => new { items = new[] { new { id = "w" } } },
        "/api/export/articles" => new { items = new[] { new { id = "1", revision = 1 }, new { id = "1", revision = 2 } }, next = "1" },
        "/api/export/articles?after=1" => new { items = new[] { new { id = "2" } }, next = "2" },
        "/api/export/articles?after=2" => new { items = new[] { new { id = "3" } } },
        "/api/export/alerts" => new { items = new[] { new { id = "a" } } },
        "/api/import" => Imported(body.Split('\n', StringSplitOptions.RemoveEmptyEntries)),
        _ => new { total = 3, items = Array.Empty<object>() },
    };

    private static object Imported(string[] lines)
    {
        var refused = Enumerable.Range(0, lines.Length).Where(i => lines[i].Contains("\"n\":999}", StringComparison.Ordinal)).Select(i => new { line = i + 1, error = "It is refused." }).ToList();
        var none = new { added = 0, present = 0, different = Array.Empty<string>() };
        return new { articles = lines.Length - refused.Count, alerts = 0, watches = none, feeds = none, rejected = refused };
    }

    private static IEnumerable<string> Lines(string file)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line) yield return line;
    }
}
