using System.Threading.Channels;
using Microsoft.Extensions.Options;
using NewsWatch.Contracts;
using NewsWatch.Ingestion.Articles;

namespace NewsWatch.Ingestion.Intake;

/// <summary>
/// Takes articles in: the archive is asked what it knows of them, new is told from repeated from changed, and what is no repeat is published in batches.
/// While questions and batches are on their way the next articles gather, so that both grow with the load and an idle system publishes at once.
/// </summary>
internal sealed class ArticleIntake(
    ArticleFactory factory, RevisionResolver resolver, ArchiveQuestions questions, BatchPublisher publisher, IntakeFailures failures, IOptions<IntakeOptions> options)
    : BackgroundService, IArticleIntake
{
    private readonly Channel<IntakeRequest> _requests = Channel.CreateUnbounded<IntakeRequest>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Channel<AnsweredRequests> _answered = Channel.CreateUnbounded<AnsweredRequests>(new UnboundedChannelOptions { SingleReader = true });
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
            if (created.Article is { } article) request.Articles.Add(WithLanguage(new(i, article, drafts[i].OnlyIfNew)));
            else request.Settle(i, new IntakeResult(IntakeOutcome.Rejected, Error: created.Problem));
        }

        Interlocked.Add(ref _waiting, request.Articles.Count);
        try
        {
            if (request.Articles.Count > 0 && !_requests.Writer.TryWrite(request)) throw IntakeFailures.Stopping();
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
        try
        {
            await Task.WhenAll(questions.AskAllAsync(_requests.Reader, _answered.Writer, stoppingToken), PublishAllAsync(stoppingToken));
        }
        finally
        {
            // Who still waits is told now and not when the host loses patience.
            _requests.Writer.TryComplete();
            while (_requests.Reader.TryRead(out var request)) request.Fail(IntakeFailures.Stopping());
            while (_answered.Reader.TryRead(out var answered)) failures.Tell(answered.Requests, IntakeFailures.Stopping(), stoppingToken);
        }
    }

    /// <summary>A repeat needs no language. The others are told theirs here, where each sender waits for its own, and not in the one loop.</summary>
    private IntakeItem WithLanguage(IntakeItem item) => resolver.IsRepeat(item) ? item : item.As(ArticleFactory.WithLanguage(item.Article));

    private async Task PublishAllAsync(CancellationToken stoppingToken)
    {
        while (await _answered.Reader.WaitToReadAsync(stoppingToken))
        {
            var gathered = _answered.Reader.Gather(answered => answered.Requests.Sum(request => request.Articles.Count));
            try
            {
                await PublishAsync(gathered, stoppingToken);
            }
            catch (Exception e)
            {
                failures.Tell(gathered.SelectMany(answered => answered.Requests), e, stoppingToken);
            }
        }
    }

    private static async Task CountLaterAsync(Task<IReadOnlyList<IntakeResult>> completion, IntakeOrigin origin)
    {
        await ((Task)completion).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (completion.IsCompletedSuccessfully) IngestionTelemetry.Count(await completion, origin);
    }

    private async Task PublishAsync(List<AnsweredRequests> gathered, CancellationToken cancellationToken)
    {
        var gathering = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        var outgoing = new List<Outgoing>();
        try
        {
            foreach (var (request, archived) in gathered.SelectMany(answered => answered.Requests, (answered, request) => (request, answered.Archived)))
            {
                foreach (var item in request.Articles)
                {
                    var resolved = resolver.Resolve(item, archived);
                    var repeat = resolved.Outcome == IntakeOutcome.Unchanged;
                    // What was a repeat a moment ago may be none any more, and then needs its language.
                    var article = repeat ? resolved.Article : ArticleFactory.WithLanguage(resolved.Article);
                    var next = new Outgoing(request, item.As(article), resolved.Outcome, resolved.Fallback);
                    if (repeat) _ = BatchPublisher.AnswerWhenConfirmedAsync(next, resolved.Confirmed);
                    else outgoing.Add(publisher.Promise(next, gathering.Task));
                }
            }

            var publishes = new List<Task<bool>>();
            foreach (var batch in BatchBuilder.Cut(outgoing, ArticlesIngested.MaxBytes)) publishes.Add(await publisher.StartAsync(batch, gathering.Task, cancellationToken));
            _ = ConfirmAsync(gathering, publishes);
        }
        catch
        {
            // Repeats of what was promised must not wait for ever.
            foreach (var promised in outgoing) publisher.Withdraw(promised, gathering.Task);
            gathering.SetResult(false);
            throw;
        }
    }

    private static async Task ConfirmAsync(TaskCompletionSource<bool> gathering, List<Task<bool>> publishes) =>
        gathering.SetResult(Array.TrueForAll(await Task.WhenAll(publishes), published => published));
}
