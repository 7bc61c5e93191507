using System.Collections.Concurrent;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using NewsWatch.Ingestion.Articles;
using NewsWatch.Ingestion.Files;
using NewsWatch.Ingestion.Intake;
using NewsWatch.Testing;
using Xunit;

namespace NewsWatch.UnitTests.Ingestion.Files;

/// <summary>An inbox whose looks the test makes happen.</summary>
internal sealed class RunningInbox : IArticleIntake, IAsyncDisposable
{
    private readonly FakeTimeProvider _clock = new(Some.Time);
    private readonly ConcurrentQueue<ArticleDraft> _taken = new();
    private readonly InboxService _service;

    private RunningInbox()
    {
        var options = Options.Create(new InboxOptions { Folder = Folder, MaxBytes = 100_000 });
        _service = new InboxService(this, options, new ConfigurationBuilder().Build(), _clock, NullLogger<InboxService>.Instance);
    }

    public string Folder { get; } = Path.Combine(Directory.CreateTempSubdirectory("newswatch-inbox-").FullName, "inbox");

    /// <summary>Why nothing can be taken in.</summary>
    public Exception? Failure { get; set; }

    public IReadOnlyList<ArticleDraft> Taken => [.. _taken];

    public static async Task<RunningInbox> StartAsync()
    {
        var inbox = new RunningInbox();
        await inbox._service.StartAsync(TestContext.Current.CancellationToken);
        await Eventually.IsTrueAsync(() => Task.FromResult(Directory.Exists(inbox.PathOf("failed"))), "the inbox to be watched");
        return inbox;
    }

    public string PathOf(string name) => Path.Combine(Folder, name);

    public Task PutAsync(string name, string text) => File.WriteAllTextAsync(PathOf(name), text, TestContext.Current.CancellationToken);

    /// <summary>Looks again and again until it is so.</summary>
    public Task LookUntilAsync(Func<bool> fact, string what) => Eventually.IsTrueAsync(
        () =>
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            return Task.FromResult(fact());
        },
        what);

    public Task LookUntilFileAsync(string name) => LookUntilAsync(() => File.Exists(PathOf(name)), name);

    public Task<string> ReadAsync(string name) => File.ReadAllTextAsync(PathOf(name), TestContext.Current.CancellationToken);

    public Task<IReadOnlyList<IntakeResult>> AcceptAsync(IReadOnlyList<ArticleDraft> drafts, IntakeOrigin origin, bool backfill = false, CancellationToken cancellationToken = default)
    {
        if (Failure is { } failure) throw failure;
        var factory = new ArticleFactory(_clock);
        var results = drafts.Select(draft => (Draft: draft, Made: factory.Create(draft))).ToList();
        foreach (var (draft, made) in results)
        {
            if (made.Article is not null) _taken.Enqueue(draft);
        }

        return Task.FromResult<IReadOnlyList<IntakeResult>>([.. results.Select(r => r.Made.Article is { } article
            ? new IntakeResult(IntakeOutcome.New, article.Id, 1)
            : new IntakeResult(IntakeOutcome.Rejected, Error: r.Made.Problem))]);
    }

    public async ValueTask DisposeAsync()
    {
        await _service.StopAsync(CancellationToken.None);
        _service.Dispose();
        Directory.Delete(Path.GetDirectoryName(Folder)!, recursive: true);
    }
}
