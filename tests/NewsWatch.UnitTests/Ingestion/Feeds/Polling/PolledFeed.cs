using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using NewsWatch.Contracts;
using NewsWatch.Ingestion.Articles;
using NewsWatch.Ingestion.Feeds;
using NewsWatch.Ingestion.Intake;
using NewsWatch.Ingestion.Pages;
using NewsWatch.Ingestion.Web;
using NewsWatch.Ingestion.WebSub;
using NewsWatch.ServiceDefaults;
using NewsWatch.ServiceDefaults.Http.Guard;
using NewsWatch.Storage.Feeds;
using NewsWatch.Testing;
using Xunit;
using static Microsoft.Extensions.Options.Options;

namespace NewsWatch.UnitTests.Ingestion.Feeds.Polling;

/// <summary>One feed with what is remembered of it, polled when a test says so, through the real client.</summary>
internal sealed class PolledFeed : IArticleIntake, IAsyncDisposable
{
    private readonly WebApplication _services;
    private readonly List<ArticleDraft> _taken = [];
    private readonly List<ArticleDraft> _old = [];
    private readonly FeedPoll _poll;
    private readonly PagePoll _pages;

    /// <param name="url">The feed's address.</param>
    /// <param name="intake">Takes what the feed brings; else this notes it.</param>
    /// <param name="clock">The time; else one that stands still.</param>
    public PolledFeed(string url, IArticleIntake? intake = null, FakeTimeProvider? clock = null)
    {
        Clock = clock ?? Clock;
        Feed = new Feed { Id = "feed", Url = url, FetchPages = PageFetching.Off };
        State = new FeedState { FeedId = "feed" };
        var builder = WebApplication.CreateBuilder(["--NewsWatch:Ingestion:AllowedPrivateHosts:0", "127.0.0.1", "--NewsWatch:Ingestion:Timeout", "00:05:00", "--Logging:LogLevel:Default", "None"]);
        builder.AddServiceDefaults("test");
        builder.AddWebHttpClient();
        _services = builder.Build();
        var web = new WebFetcher(_services.Services.GetRequiredService<IHttpClientFactory>(), Create(Guard), Clock);
        var fetcher = new PageFetcher(web, new RobotsCache(web, Create(PageOptions), Clock), new HostPace(Clock), Create(PageOptions), Clock);
        _poll = new FeedPoll(web, new FeedReader(web, Create(Options), Clock), new HubChoice(Create(WebSub)), intake ?? this, Create(Options), Clock, NullLogger<FeedPoll>.Instance);
        _pages = new PagePoll(fetcher, intake ?? this, Create(PageOptions), Clock, NullLogger<PagePoll>.Instance);
    }

    public FakeTimeProvider Clock { get; } = new(Some.Time);

    public FeedOptions Options { get; } = new() { UnconditionalEvery = 10_000 };

    public PageOptions PageOptions { get; } = new() { PerHost = TimeSpan.Zero };

    public OutboundGuardOptions Guard { get; } = new();

    public WebSubOptions WebSub { get; } = new();

    public Feed Feed { get; set; }

    public FeedState State { get; set; }

    public IReadOnlyList<ArticleDraft> Taken => _taken;

    /// <summary>What was taken as old material.</summary>
    public IReadOnlyList<ArticleDraft> Old => _old;

    public async Task<FeedState> PollAsync()
    {
        var polled = await _poll.RunAsync(Feed, State, TestContext.Current.CancellationToken);
        return State = polled.Pages.Count == 0 ? polled.State : await _pages.RunAsync(polled, TestContext.Current.CancellationToken);
    }

    public Task<IReadOnlyList<IntakeResult>> AcceptAsync(IReadOnlyList<ArticleDraft> drafts, IntakeOrigin origin, bool backfill = false, CancellationToken cancellationToken = default)
    {
        var results = drafts.Select(d => new IntakeResult(_taken.Any(t => t.Title == d.Title) ? IntakeOutcome.Unchanged : IntakeOutcome.New, "id", 1)).ToList();
        (backfill ? _old : _taken).AddRange(drafts);
        return Task.FromResult<IReadOnlyList<IntakeResult>>(results);
    }

    public async ValueTask DisposeAsync()
    {
        _pages.Dispose();
        await _services.DisposeAsync();
    }
}
