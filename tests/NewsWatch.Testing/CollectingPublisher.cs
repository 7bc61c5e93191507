using System.Collections.Concurrent;
using NewsWatch.Contracts;
using NewsWatch.ServiceDefaults.Messaging;

namespace NewsWatch.Testing;

/// <summary>Takes batches as a broker would: at once, not at all, or when the test lets it.</summary>
public sealed class CollectingPublisher : IArticlePublisher
{
    private readonly ConcurrentQueue<ArticlesIngested> _batches = new();

    /// <summary>What a publish waits for; already fulfilled unless a test says otherwise.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    /// <summary>Why publishing fails; <see langword="null"/> when it does not.</summary>
    public Exception? Failure { get; set; }

    /// <summary>Publishes that were begun.</summary>
    public int Begun => _begun;

    /// <summary>What was confirmed, in order.</summary>
    public IReadOnlyList<ArticlesIngested> Batches => [.. _batches];

    /// <summary>The articles of all confirmed batches.</summary>
    public IReadOnlyList<Article> Articles => [.. _batches.SelectMany(b => b.Articles).Select(a => a.Article)];

    private int _begun;

    /// <inheritdoc/>
    public async Task PublishAsync(ArticlesIngested batch, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref _begun);
        await Gate.WaitAsync(cancellationToken);
        if (Failure is { } failure) throw failure;
        _batches.Enqueue(batch);
    }
}
