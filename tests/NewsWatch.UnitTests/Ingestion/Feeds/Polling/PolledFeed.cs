using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using NewsWatch.Contracts;
using NewsWatch.Ingestion.Articles;
using NewsWatch.Ingestion.Feeds;
using NewsWatch.Ingestion.Intake;
using NewsWatch.ServiceDefaults;
using NewsWatch.ServiceDefaults.Http.Guard;
using NewsWatch.Storage.Feeds;
using NewsWatch.Testing;
using Xunit;

namespace NewsWatch.UnitTests.Ingestion.Feeds.Polling;

/// <summary>One feed with what is remembered of it, polled when a test says so, through the real client.</summary>
internal sealed class PolledFeed : IArticleIntake, IAsyncDisposable
{
    private readonly WebApplication _services;
    private readonly List<ArticleDraft> _taken = [];
    private readonly FeedPoll _poll;

    public PolledFeed(string url, FeedOptions? options = null)
    {
        Feed = new Feed { Id = "feed", Url = url };
        State = new FeedState { FeedId = "feed" };
        var builder = WebApplication.CreateBuilder(["--NewsWatch:Ingestion:AllowedPrivateHosts:0", "127.0.0.1", "--NewsWatch:Ingestion:Timeout", "00:05:00", "--Logging:LogLevel:Default", "None"]);
        builder.AddServiceDefaults("test");
        builder.AddFeedHttpClient();
        _services = builder.Build();
        Options = options ?? new FeedOptions { UnconditionalEvery = 10_000 };
        var fetcher = new FeedFetcher(_services.Services.GetRequiredService<IHttpClientFactory>(), Microsoft.Extensions.Options.Options.Create(Guard), Clock);
        _poll = new FeedPoll(fetcher, this, Microsoft.Extensions.Options.Options.Create(Options), Clock, NullLogger<FeedPoll>.Instance);
    }

    public FakeTimeProvider Clock { get; } = new(Some.Time);

    public FeedOptions Options { get; }

    public OutboundGuardOptions Guard { get; } = new();

    public Feed Feed { get; set; }

    public FeedState State { get; set; }

    public IReadOnlyList<ArticleDraft> Taken => _taken;

    public async Task<FeedState> PollAsync() => State = await _poll.RunAsync(Feed, State, TestContext.Current.CancellationToken);

    public Task<IReadOnlyList<IntakeResult>> AcceptAsync(IReadOnlyList<ArticleDraft> drafts, IntakeOrigin origin, bool backfill = false, CancellationToken cancellationToken = default)
    {
        var results = drafts.Select(d => new IntakeResult(_taken.Any(t => t.Title == d.Title) ? IntakeOutcome.Unchanged : IntakeOutcome.New, "id", 1)).ToList();
        _taken.AddRange(drafts);
        return Task.FromResult<IReadOnlyList<IntakeResult>>(results);
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
