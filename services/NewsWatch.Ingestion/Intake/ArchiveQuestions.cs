using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Extensions.Options;
using NewsWatch.Storage.Articles;

namespace NewsWatch.Ingestion.Intake;

/// <summary>Asks the archive what it knows of the articles that came in, a few questions at a time, and hands requests on when theirs is answered.</summary>
/// <remarks>A request may overtake an earlier one, but not one that has an article with it in common: the later text is the later revision.</remarks>
internal sealed class ArchiveQuestions(RevisionResolver resolver, IntakeFailures failures, IOptions<IntakeOptions> options) : IDisposable
{
    private readonly SemaphoreSlim _slots = new(options.Value.LookupsInFlight);

    // By article, the last question that is not through yet.
    private readonly ConcurrentDictionary<string, Task> _open = new(StringComparer.Ordinal);

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
        var ids = requests.SelectMany(request => request.Articles).Select(one => one.Article.Id).ToHashSet(StringComparer.Ordinal);
        var earlier = Task.WhenAll(ids.Select(id => _open.GetValueOrDefault(id)).OfType<Task>());
        var question = AskAsync(requests, ids, earlier, answered, stoppingToken);
        if (!question.IsCompleted) _ = KeepOpenAsync(ids, question);
    }

    private async Task KeepOpenAsync(HashSet<string> ids, Task question)
    {
        foreach (var id in ids) _open[id] = question;
        await question;
        foreach (var id in ids) _open.TryRemove(KeyValuePair.Create(id, question));
    }

    private async Task AskAsync(List<IntakeRequest> requests, HashSet<string> ids, Task earlier, ChannelWriter<AnsweredRequests> answered, CancellationToken stoppingToken)
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
}

/// <summary>Requests with what the archive knows of their articles.</summary>
internal sealed record AnsweredRequests(List<IntakeRequest> Requests, IReadOnlyDictionary<string, KnownArticle> Archived);
