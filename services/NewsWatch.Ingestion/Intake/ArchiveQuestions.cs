using System.Threading.Channels;
using Microsoft.Extensions.Options;
using NewsWatch.Storage.Articles;

namespace NewsWatch.Ingestion.Intake;

/// <summary>Asks the archive what it knows of the articles that came in, a few questions at a time, and hands requests on when theirs is answered.</summary>
/// <remarks>A request may overtake an earlier one, but not one that has an article with it in common: the later text is the later revision.</remarks>
internal sealed class ArchiveQuestions(RevisionResolver resolver, IntakeFailures failures, IOptions<IntakeOptions> options) : IDisposable
{
    private readonly SemaphoreSlim _slots = new(options.Value.LookupsInFlight);

    // A handful: about as many as there are slots.
    private readonly List<OpenQuestion> _open = [];
    private readonly Lock _gate = new();

    /// <summary>Asks until told to stop; then every question is through.</summary>
    public async Task AskAllAsync(ChannelReader<IntakeRequest> requests, ChannelWriter<AnsweredRequests> answered, CancellationToken stoppingToken)
    {
        try
        {
            while (await requests.WaitToReadAsync(stoppingToken))
            {
                await _slots.WaitAsync(stoppingToken);
                Begin(requests.Gather(request => request.Articles.Count), answered, stoppingToken);
            }
        }
        finally
        {
            for (var slot = 0; slot < options.Value.LookupsInFlight; slot++) await _slots.WaitAsync(CancellationToken.None);
        }
    }

    public void Dispose() => _slots.Dispose();

    private void Begin(List<IntakeRequest> requests, ChannelWriter<AnsweredRequests> answered, CancellationToken stoppingToken)
    {
        var ids = new Dictionary<UInt128, string>(requests.Sum(request => request.Articles.Count));
        foreach (var item in requests.SelectMany(request => request.Articles)) ids[item.Key] = item.Article.Id;
        var through = AskAsync(requests, ids, EarlierOf(ids), answered, stoppingToken);
        if (!through.IsCompleted) _ = KeepOpenAsync(new OpenQuestion(ids, through));
    }

    /// <summary>Until the open questions that have an article in common with this one are through.</summary>
    private Task EarlierOf(Dictionary<UInt128, string> ids)
    {
        lock (_gate) return Task.WhenAll(_open.Where(question => ids.Keys.Any(question.Ids.ContainsKey)).Select(question => question.Through));
    }

    private async Task KeepOpenAsync(OpenQuestion question)
    {
        lock (_gate) _open.Add(question);
        await question.Through;
        lock (_gate) _open.Remove(question);
    }

    private async Task AskAsync(List<IntakeRequest> requests, Dictionary<UInt128, string> ids, Task earlier, ChannelWriter<AnsweredRequests> answered, CancellationToken stoppingToken)
    {
        try
        {
            var archived = await resolver.AskAsync(ids, stoppingToken);
            await earlier;
            await answered.WriteAsync(new(requests, archived), stoppingToken);
        }
        catch (Exception e)
        {
            failures.Tell(requests, e, stoppingToken);
        }
        finally
        {
            _slots.Release();
        }
    }

    private sealed record OpenQuestion(Dictionary<UInt128, string> Ids, Task Through);
}

/// <summary>Requests with what the archive knows of their articles.</summary>
internal sealed record AnsweredRequests(List<IntakeRequest> Requests, IReadOnlyDictionary<string, KnownArticle> Archived);
