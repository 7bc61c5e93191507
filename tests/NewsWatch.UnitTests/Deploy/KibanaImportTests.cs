using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Xunit;

namespace NewsWatch.UnitTests.Deploy;

/// <summary>deploy/kibana/import.sh against a server that answers as Kibana does.</summary>
public sealed class KibanaImportTests : IAsyncLifetime
{
    private readonly Queue<(int Status, string Body)> _answers = [];
    private readonly List<(string Path, string? Xsrf, string? Authorization, string? FileName, int Lines)> _asked = [];
    private WebApplication _kibana = null!;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/curl"), "curl is not installed.");
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _kibana = builder.Build();
        _kibana.Run(AnswerAsync);
        await _kibana.StartAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (_kibana is not null) await _kibana.DisposeAsync();
    }

    [Fact]
    public async Task The_whole_file_arrives_once_Kibana_is_ready()
    {
        _answers.Enqueue((503, "Kibana server is not ready yet"));
        _answers.Enqueue((200, """{"successCount":23,"success":true}"""));

        var (exit, output) = await RunAsync([], ("KIBANA_USER", "elastic"), ("KIBANA_PASSWORD", "a\"b\\c"));

        Assert.True(exit == 0, output);
        Assert.Contains("23 objects", output, StringComparison.Ordinal);
        var lines = RepositoryFiles.Read("deploy/kibana/newswatch.ndjson").Split('\n', StringSplitOptions.RemoveEmptyEntries).Length;
        Assert.Equal(("/api/saved_objects/_import?overwrite=true", "true", "Basic ZWxhc3RpYzphImJcYw==", "newswatch.ndjson", lines), _asked[^1]);
        Assert.Equal(2, _asked.Count);
    }

    [Fact]
    public async Task With_keep_what_people_have_changed_stays()
    {
        _answers.Enqueue((200, """{"successCount":0,"success":false,"errors":[{"id":"a","error":{"type":"conflict"}},{"id":"b","error":{"type":"conflict"}}]}"""));

        var (exit, output) = await RunAsync(["--keep"], ("KIBANA_API_KEY", "key=="));

        Assert.True(exit == 0, output);
        Assert.Equal(("/api/saved_objects/_import", "ApiKey key=="), (_asked[0].Path, _asked[0].Authorization));
    }

    [Theory]
    [InlineData(200, """{"success":false,"errors":[{"id":"a","error":{"type":"missing_references"}}]}""", "missing_references")]
    [InlineData(401, "", "KIBANA_API_KEY")]
    [InlineData(422, """{"message":"belongs to a more recent version of Kibana"}""", "more recent version")]
    public async Task What_Kibana_refuses_is_said(int status, string body, string expected)
    {
        _answers.Enqueue((status, body));

        var (exit, output) = await RunAsync([]);

        Assert.Equal(1, exit);
        Assert.Contains(expected, output, StringComparison.Ordinal);
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var file = (await context.Request.ReadFormAsync()).Files.Single();
        using var reader = new StreamReader(file.OpenReadStream());
        var lines = (await reader.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length;
        _asked.Add((context.Request.Path + context.Request.QueryString, context.Request.Headers["kbn-xsrf"], context.Request.Headers.Authorization, file.FileName, lines));
        var (status, body) = _answers.Dequeue();
        context.Response.StatusCode = status;
        await context.Response.WriteAsync(body);
    }

    private async Task<(int Exit, string Output)> RunAsync(string[] arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("/bin/sh", [RepositoryFiles.PathOf("deploy/kibana/import.sh"), .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["KIBANA_URL"] = _kibana.Urls.First();
        foreach (var (name, value) in environment) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, output + await errors);
    }
}
