using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace NewsWatch.Benchmarks.Feeds;

/// <summary>Thousands of feeds of twenty items each, answered from memory: unchanged when asked politely, or with a new item at every poll.</summary>
internal sealed class FeedsServer : IAsyncDisposable
{
    /// <summary>Items of one feed.</summary>
    public const int Items = 20;

    private readonly WebApplication _app = WebApplication.CreateSlimBuilder(["--urls", "http://127.0.0.1:0", "--Logging:LogLevel:Default", "None"]).Build();
    private int _news;

    /// <summary>Whether every poll brings a new item.</summary>
    public bool BringsNews { get; set; }

    public string Address => _app.Urls.First();

    public async Task StartAsync()
    {
        _app.Run(http =>
        {
            if (!BringsNews && http.Request.Headers.IfNoneMatch.Count > 0)
            {
                http.Response.StatusCode = StatusCodes.Status304NotModified;
                return Task.CompletedTask;
            }

            if (!BringsNews) http.Response.Headers.ETag = "\"same\"";
            http.Response.ContentType = "application/rss+xml";
            return http.Response.WriteAsync(Feed(http.Request.Path.Value!, BringsNews ? Interlocked.Increment(ref _news) : 0));
        });
        await _app.StartAsync();
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static string Feed(string name, int newest)
    {
        var feed = new StringBuilder("<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Feed ").Append(name).Append("</title>");
        for (var i = 0; i < Items; i++)
        {
            var story = i == 0 && newest > 0 ? $"{name}-{newest}" : $"{name}-old-{i}";
            feed.Append(CultureInfo.InvariantCulture, $"<item><title>Story {story}</title><link>https://news.example{story}</link><guid>{story}</guid><description>Officials said on Tuesday that talks on the sanctions would go on, and that nobody expects an agreement soon.</description></item>");
        }

        return feed.Append("</channel></rss>").ToString();
    }
}
