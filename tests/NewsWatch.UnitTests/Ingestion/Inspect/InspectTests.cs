using System.Text;
using System.Text.Json;

using NewsWatch.Cli.Inspect;
using NewsWatch.Cli.Inspect.Sources;
using NewsWatch.UnitTests.Ingestion.Guard;

using Xunit;

namespace NewsWatch.UnitTests.Ingestion.Inspect;

public sealed class InspectTests
{
    [Fact]
    public async Task A_feed_has_its_line_and_a_failure_costs_no_other()
    {
        var source = new TextSource { ["a.xml"] = "<rss><channel><title>T</title><link>http://e.org/</link><item><title>One</title><pubDate>Wed, 25 Nov 2026 10:00:00 GMT</pubDate></item></channel></rss>", ["b.xml"] = "no feed" };

        var lines = await Lines(output => new InspectFeed(source, new NoLanguage()).RunAsync(["a.xml", "b.xml", "missing"], output, TestContext.Current.CancellationToken));

        Assert.Equal(("rss", "T", "http://e.org/"), (Text(lines[0], "format"), Text(lines[0], "title"), Text(lines[0], "url")));
        var item = lines[0].GetProperty("items")[0];
        Assert.Equal(("One", "2026-11-25T10:00:00Z", "und"), (Text(item, "title"), Text(item, "published"), Text(item, "lang")));
        Assert.Equal(JsonValueKind.Null, lines[0].GetProperty("error").ValueKind);
        Assert.StartsWith("The document is neither", Text(lines[1], "error"), StringComparison.Ordinal);
        Assert.Equal("missing", Text(lines[2], "input"));
    }

    [Fact]
    public async Task Bytes_are_explained()
    {
        var lines = await Lines(output => new InspectBytes(new TextSource { ["a"] = "héllo" }, "text/plain; charset=utf-8").RunAsync(["a"], output, TestContext.Current.CancellationToken));

        Assert.Equal(("utf-8", "header", "héllo"), (Text(lines[0], "charset"), Text(lines[0], "why"), Text(lines[0], "text")));
    }

    [Fact]
    public async Task Html_is_sanitised()
    {
        var lines = await Lines(output => new InspectHtml(new TextSource { ["-"] = "<b onclick=x>a</b><script>x</script>" }).RunAsync(["-"], output, TestContext.Current.CancellationToken));

        Assert.Equal("<b>a</b>", Text(lines[0], "html"));
    }

    [Fact]
    public async Task A_url_is_judged_by_the_answers_given()
    {
        var resolver = new GivenAddresses(new StubResolver()).Add("*=93.184.216.34").Add("bad.example=10.0.0.1,8.8.8.8");
        var command = new InspectUrl(OutboundGuardTests.Guard(resolver));

        var lines = await Lines(output => command.RunAsync(["https://www.example.co.uk/a?utm_source=x", "http://bad.example/", "http://0x7f.1/", "mailto:x"], output, TestContext.Current.CancellationToken));

        Assert.Equal(("https://www.example.co.uk/a", "example.co.uk", true), (Text(lines[0], "url"), Text(lines[0], "domain"), lines[0].GetProperty("allowed").GetBoolean()));
        Assert.Equal((false, 2), (lines[1].GetProperty("allowed").GetBoolean(), lines[1].GetProperty("addresses").GetArrayLength()));
        Assert.Contains("loopback", Text(lines[2], "reason"), StringComparison.Ordinal);
        Assert.NotNull(Text(lines[3], "error"));
        Assert.Throws<FormatException>(() => new GivenAddresses(resolver).Add("nonsense"));
    }

    [Fact]
    public async Task Standard_input_and_folders_are_answered()
    {
        var source = new FileSource(() => new MemoryStream("x"u8.ToArray()));

        Assert.Equal("x"u8.ToArray(), (await source.ReadAsync("-", TestContext.Current.CancellationToken)).Bytes);
        await Assert.ThrowsAsync<IOException>(() => source.ReadAsync(Path.GetTempPath(), TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<IOException>(() => source.ReadAsync("/no/such/file", TestContext.Current.CancellationToken));
    }

    internal static async Task<List<JsonElement>> Lines(Func<TextWriter, Task> run)
    {
        using var output = new StringWriter();
        await run(output);
        return output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement.Clone()).ToList();
    }

    internal static string? Text(JsonElement line, string name) => line.GetProperty(name).GetString();

    private sealed class NoLanguage : ILanguageSource
    {
        public string Detect(string text) => "und";
    }
}

/// <summary>Documents by name.</summary>
internal sealed class TextSource : Dictionary<string, string>, IDocumentSource
{
    public Task<InspectedDocument> ReadAsync(string argument, CancellationToken cancellation) =>
        TryGetValue(argument, out var text) ? Task.FromResult(new InspectedDocument(Encoding.UTF8.GetBytes(text))) : throw new IOException($"There is no file '{argument}'.");
}
