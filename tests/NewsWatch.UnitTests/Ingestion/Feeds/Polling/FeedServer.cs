using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace NewsWatch.UnitTests.Ingestion.Feeds.Polling;

/// <summary>A web server on 127.0.0.1 that answers as a test says and notes what it was asked.</summary>
internal sealed class FeedServer : IAsyncDisposable
{
    public const string Rss = """
        <?xml version="1.0"?><rss version="2.0"><channel><title>The News</title><link>https://news.example/</link>
        <item><title>First</title><link>https://news.example/1</link><description>One.</description></item>
        <item><title>Second</title><link>https://news.example/2</link><description>Two.</description></item>
        </channel></rss>
        """;

    private readonly ConcurrentQueue<(string Path, IHeaderDictionary Headers)> _requests = new();
    private readonly WebApplication _app;

    private FeedServer(WebApplication app) => _app = app;

    /// <summary>What the next requests get.</summary>
    public RequestDelegate Answer { get; set; } = http => TextAsync(http, Rss);

    public IReadOnlyList<(string Path, IHeaderDictionary Headers)> Requests => [.. _requests];

    public string Url(string path = "feed.xml") => $"{_app.Urls.First()}/{path}";

    public static async Task<FeedServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls", "http://127.0.0.1:0", "--Logging:LogLevel:Default", "None"]);
        var server = new FeedServer(builder.Build());
        server._app.Run(http =>
        {
            server._requests.Enqueue((http.Request.Path, new HeaderDictionary(http.Request.Headers.ToDictionary())));
            return server.Answer(http);
        });
        await server._app.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    public static Task TextAsync(HttpContext http, string text, string contentType = "application/rss+xml") => BytesAsync(http, System.Text.Encoding.UTF8.GetBytes(text), contentType);

    public static async Task BytesAsync(HttpContext http, byte[] bytes, string contentType)
    {
        http.Response.ContentType = contentType;
        await http.Response.Body.WriteAsync(bytes);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
