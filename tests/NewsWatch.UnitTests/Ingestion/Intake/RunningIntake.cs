using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using NewsWatch.Ingestion.Articles;
using NewsWatch.Ingestion.Intake;
using NewsWatch.Testing;
using Xunit;

namespace NewsWatch.UnitTests.Ingestion.Intake;

/// <summary>The intake between an archive and a broker that the test controls.</summary>
internal sealed class RunningIntake : IAsyncDisposable
{
    private readonly BatchPublisher _publisher;
    private readonly ArchiveQuestions _questions;
    private readonly ArticleIntake _intake;

    private RunningIntake(IntakeOptions settings)
    {
        var options = Options.Create(settings);
        var recent = new RecentArticles(settings.Remembered);
        _publisher = new BatchPublisher(Broker, recent, options);
        var resolver = new RevisionResolver(Archive, recent, Clock, options, NullLogger<RevisionResolver>.Instance);
        var failures = new IntakeFailures(NullLogger<IntakeFailures>.Instance);
        _questions = new ArchiveQuestions(resolver, failures, options);
        _intake = new ArticleIntake(new ArticleFactory(Clock), resolver, _questions, _publisher, failures, options);
    }

    public FakeTimeProvider Clock { get; } = new(Some.Time);

    public ControllableArchive Archive { get; } = new();

    public CollectingPublisher Broker { get; } = new();

    public IArticleIntake Intake => _intake;

    public static async Task<RunningIntake> StartAsync(IntakeOptions? options = null)
    {
        var intake = new RunningIntake(options ?? new IntakeOptions());
        await intake._intake.StartAsync(TestContext.Current.CancellationToken);
        return intake;
    }

    public Task<IReadOnlyList<IntakeResult>> AcceptAsync(params ArticleDraft[] drafts) =>
        _intake.AcceptAsync(drafts, IntakeOrigin.Push, cancellationToken: TestContext.Current.CancellationToken);

    public static ArticleDraft Draft(string title, string body = "Text.") => new() { Title = title, Body = body, Url = $"https://example.org/{Uri.EscapeDataString(title)}" };

    public Task StopAsync() => _intake.StopAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _intake.Dispose();
        _questions.Dispose();
        _publisher.Dispose();
    }
}
