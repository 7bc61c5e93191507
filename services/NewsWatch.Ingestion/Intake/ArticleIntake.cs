using System.Threading.Channels;
using Microsoft.Extensions.Options;
using NewsWatch.Contracts;
using NewsWatch.Ingestion.Articles;
using NewsWatch.ServiceDefaults.Messaging;

namespace NewsWatch.Ingestion.Intake;

/// <summary>
/// One loop takes what has gathered, resolves revisions with one question to the archive, and publishes in batches. While batches are on
/// their way the next ones gather, so batches grow with the load and an idle system publishes at once.
/// </summary>
internal sealed class ArticleIntake(
    ArticleFactory factory, RevisionResolver resolver, BatchPublisher publisher, IOptions<IntakeOptions> options, ILogger<ArticleIntake> logger)
    : BackgroundService, IArticleIntake
{
    /// <summary>Enough for several batches, few enough to answer the first sender soon.</summary>
    private const int MostAtOnce = 2_000;

    private readonly Channel<IntakeRequest> _requests = Channel.CreateUnbounded<IntakeRequest>(new UnboundedChannelOptions { SingleReader = true });
    private int _waiting;

    public async Task<IReadOnlyList<IntakeResult>> AcceptAsync(
        IReadOnlyList<ArticleDraft> drafts, IntakeOrigin origin, bool backfill = false, CancellationToken cancellationToken = default)
    {
        if (drafts.Count == 0) return [];
        if (Volatile.Read(ref _waiting) > options.Value.Waiting)
            throw new IntakeBusyException($"{_waiting} articles are waiting to be published already; nothing of this was taken. Send it again in a moment.");

        var request = new IntakeRequest(drafts.Count, backfill);
        for (var i = 0; i < drafts.Count; i++)
        {
            var created = factory.Prepare(drafts[i]);
            // Here, where each sender waits for its own, and not in the one loop.
            if (created.Article is { } article) request.Articles.Add((i, resolver.IsRepeat(article) ? article : ArticleFactory.WithLanguage(article), drafts[i].OnlyIfNew));
            else request.Settle(i, new IntakeResult(IntakeOutcome.Rejected, Error: created.Problem));
        }

        Interlocked.Add(ref _waiting, request.Articles.Count);
        try
        {
            if (request.Articles.Count > 0 && !_requests.Writer.TryWrite(request)) throw Stopping();
            var results = await request.Completion.WaitAsync(cancellationToken);
            IngestionTelemetry.Count(results, origin);
            return results;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The sender went away; its articles are on their way all the same, and counted when they are through.
            _ = CountLaterAsync(request.Completion, origin);
            throw;
        }
        finally
        {
            Interlocked.Add(ref _waiting, -request.Articles.Count);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var gathered = new List<IntakeRequest>();
        try
        {
            while (await _requests.Reader.WaitToReadAsync(stoppingToken))
            {
                for (var count = 0; count < MostAtOnce && _requests.Reader.TryRead(out var request); count += request.Articles.Count) gathered.Add(request);
                await TryHandleAsync(gathered, stoppingToken);
                gathered.Clear();
            }
        }
        finally
        {
            // Who still waits is told now and not when the host loses patience.
            _requests.Writer.TryComplete();
            while (_requests.Reader.TryRead(out var request)) gathered.Add(request);
            foreach (var request in gathered) request.Fail(Stopping());
        }
    }

    private static async Task CountLaterAsync(Task<IReadOnlyList<IntakeResult>> completion, IntakeOrigin origin)
    {
        await ((Task)completion).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (completion.IsCompletedSuccessfully) IngestionTelemetry.Count(await completion, origin);
    }

    private static BrokerUnavailableException Stopping() => new("The process is stopping and takes nothing any more.");

    private async Task TryHandleAsync(List<IntakeRequest> gathered, CancellationToken stoppingToken)
    {
        try
        {
            await HandleAsync(gathered, stoppingToken);
        }
        catch (Exception e) when (!stoppingToken.IsCancellationRequested)
        {
            logger.IntakeFailed(e);
            foreach (var request in gathered) request.Fail(e);
        }
    }

    private async Task HandleAsync(List<IntakeRequest> requests, CancellationToken cancellationToken)
    {
        await resolver.PrepareAsync(requests.SelectMany(r => r.Articles).Select(a => a.Article.Id), cancellationToken);
        var gathering = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        var outgoing = new List<Outgoing>();
        foreach (var request in requests)
        {
            foreach (var (index, article, onlyIfNew) in request.Articles)
            {
                var resolved = resolver.Resolve(article, onlyIfNew);
                var repeat = resolved.Outcome == IntakeOutcome.Unchanged;
                // What was a repeat a moment ago may be none any more, and then needs its language.
                var next = new Outgoing(request, index, repeat ? resolved.Article : ArticleFactory.WithLanguage(resolved.Article), resolved.Outcome, resolved.Before);
                if (repeat) _ = BatchPublisher.AnswerWhenConfirmedAsync(next, resolved.Confirmed);
                else outgoing.Add(publisher.Promise(next, gathering.Task));
            }
        }

        var publishes = new List<Task<bool>>();
        foreach (var batch in BatchBuilder.Cut(outgoing, ArticlesIngested.MaxBytes)) publishes.Add(await publisher.StartAsync(batch, gathering.Task, cancellationToken));
        _ = ConfirmAsync(gathering, publishes);
    }

    private static async Task ConfirmAsync(TaskCompletionSource<bool> gathering, List<Task<bool>> publishes) =>
        gathering.SetResult(Array.TrueForAll(await Task.WhenAll(publishes), published => published));
}
