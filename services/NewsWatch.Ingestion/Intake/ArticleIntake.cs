using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Extensions.Options;
using NewsWatch.Contracts;
using NewsWatch.Ingestion.Articles;
using NewsWatch.ServiceDefaults.Messaging;
using NewsWatch.Storage.Articles;

namespace NewsWatch.Ingestion.Intake;

/// <summary>
/// One loop takes what has gathered and asks the archive what it knows of it, a few questions at a time; a second one takes what is answered, tells
/// new from repeated from changed, and publishes in batches. While questions and batches are on their way the next ones gather, so both grow with the
/// load and an idle system publishes at once.
/// </summary>
internal sealed class ArticleIntake(
    ArticleFactory factory, RevisionResolver resolver, BatchPublisher publisher, IOptions<IntakeOptions> options, ILogger<ArticleIntake> logger)
    : BackgroundService, IArticleIntake
{
    /// <summary>Enough for several batches, few enough to answer the first sender soon.</summary>
    private const int MostAtOnce = 2_000;

    private readonly Channel<IntakeRequest> _requests = Channel.CreateUnbounded<IntakeRequest>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Channel<Answered> _answered = Channel.CreateUnbounded<Answered>(new UnboundedChannelOptions { SingleReader = true });
    private readonly ConcurrentDictionary<string, Task> _asking = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _lookups = new(options.Value.LookupsInFlight);
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

    public override void Dispose()
    {
        base.Dispose();
        _lookups.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Task.WhenAll(AskAllAsync(stoppingToken), PublishAllAsync(stoppingToken));
        }
        finally
        {
            // Who still waits is told now and not when the host loses patience.
            _requests.Writer.TryComplete();
            for (var lookup = 0; lookup < options.Value.LookupsInFlight; lookup++) await _lookups.WaitAsync(CancellationToken.None);
            _answered.Writer.TryComplete();
            while (_requests.Reader.TryRead(out var request)) request.Fail(Stopping());
            while (_answered.Reader.TryRead(out var answered)) Fail(answered.Requests, Stopping(), stoppingToken);
        }
    }

    private async Task AskAllAsync(CancellationToken stoppingToken)
    {
        while (await _requests.Reader.WaitToReadAsync(stoppingToken))
        {
            await _lookups.WaitAsync(stoppingToken);
            var gathered = new List<IntakeRequest>();
            for (var count = 0; count < MostAtOnce && _requests.Reader.TryRead(out var request); count += request.Articles.Count) gathered.Add(request);
            var ids = gathered.SelectMany(r => r.Articles).Select(a => a.Article.Id).ToHashSet(StringComparer.Ordinal);
            _ = RememberAsync(ids, AskAsync(gathered, ids, Task.WhenAll(ids.Select(id => _asking.GetValueOrDefault(id)).OfType<Task>()), stoppingToken));
        }
    }

    private async Task RememberAsync(HashSet<string> ids, Task asking)
    {
        foreach (var id in ids) _asking[id] = asking;
        await asking;
        foreach (var id in ids) _asking.TryRemove(KeyValuePair.Create(id, asking));
    }

    /// <param name="requests">Whose articles are asked for.</param>
    /// <param name="ids">Of the articles.</param>
    /// <param name="earlier">Ends when earlier requests with one of these articles are through: the later text is the later revision.</param>
    /// <param name="stoppingToken">Stops waiting.</param>
    private async Task AskAsync(List<IntakeRequest> requests, IEnumerable<string> ids, Task earlier, CancellationToken stoppingToken)
    {
        try
        {
            var known = await resolver.AskAsync(ids, stoppingToken);
            await earlier;
            if (!_answered.Writer.TryWrite(new(requests, known))) throw Stopping();
        }
        catch (Exception e)
        {
            Fail(requests, e, stoppingToken);
        }
        finally
        {
            _lookups.Release();
        }
    }

    private async Task PublishAllAsync(CancellationToken stoppingToken)
    {
        var gathered = new List<Answered>();
        while (await _answered.Reader.WaitToReadAsync(stoppingToken))
        {
            for (var count = 0; count < MostAtOnce && _answered.Reader.TryRead(out var answered); count += answered.Requests.Sum(r => r.Articles.Count)) gathered.Add(answered);
            try
            {
                await PublishAsync(gathered, stoppingToken);
            }
            catch (Exception e)
            {
                foreach (var answered in gathered) Fail(answered.Requests, e, stoppingToken);
            }

            gathered.Clear();
        }
    }

    private static async Task CountLaterAsync(Task<IReadOnlyList<IntakeResult>> completion, IntakeOrigin origin)
    {
        await ((Task)completion).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (completion.IsCompletedSuccessfully) IngestionTelemetry.Count(await completion, origin);
    }

    private static BrokerUnavailableException Stopping() => new("The process is stopping and takes nothing any more.");

    private void Fail(List<IntakeRequest> requests, Exception e, CancellationToken stoppingToken)
    {
        if (stoppingToken.IsCancellationRequested) e = Stopping();
        else logger.IntakeFailed(e);
        foreach (var request in requests) request.Fail(e);
    }

    private async Task PublishAsync(List<Answered> gathered, CancellationToken cancellationToken)
    {
        var gathering = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        var outgoing = new List<Outgoing>();
        try
        {
            foreach (var (request, known) in gathered.SelectMany(answered => answered.Requests, (answered, request) => (request, answered.Known)))
            {
                foreach (var (index, article, onlyIfNew) in request.Articles)
                {
                    var resolved = resolver.Resolve(article, known, onlyIfNew);
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

    /// <summary>Requests with what the archive knows of their articles.</summary>
    private sealed record Answered(List<IntakeRequest> Requests, IReadOnlyDictionary<string, KnownArticle> Known);
}
