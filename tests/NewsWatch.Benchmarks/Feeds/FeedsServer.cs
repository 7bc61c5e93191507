using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace NewsWatch.Benchmarks.Feeds;

/// <summary>Thousands of feeds of twenty whole articles each, answered from memory: unchanged when asked politely, or with a new item at every poll.</summary>
internal sealed class FeedsServer : IAsyncDisposable
{
    /// <summary>Items of one feed.</summary>
    public const int Items = 20;

    // Long enough to be taken for the whole article, so that no page is asked for.
    private const string Text =
        "Officials said on Tuesday that talks on the sanctions would go on through the week, and that nobody expects an agreement soon. The two delegations " +
        "met for the third time this month in a hotel outside the capital and left without a word to the press. People close to the negotiations say that " +
        "the open questions are few but hard: who inspects the ports, for how long the measures stay in force, and what happens to the goods that have " +
        "been held at the border since spring. Traders in the region have begun to look for other routes. Freight rates rose by a tenth within a month, " +
        "and two insurers no longer cover the shorter way. The ministry will publish its own figures on Friday. Until then, a spokesman said, the " +
        "government sees no reason to change what it called a patient and open course.";

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
            feed.Append(CultureInfo.InvariantCulture, $"<item><title>Story {story}</title><link>https://news.example{story}</link><guid>{story}</guid><description>{Text}</description></item>");
        }

        return feed.Append("</channel></rss>").ToString();
    }
}
