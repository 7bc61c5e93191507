using System.Collections.Concurrent;
using MassTransit;
using NewsWatch.Contracts;
using NewsWatch.ServiceDefaults.Messaging;
using NewsWatch.Testing;

namespace NewsWatch.IntegrationTests.Bus;

/// <summary>What arrived where; articles whose title says so fail.</summary>
internal sealed class BusRecorder
{
    private readonly ConcurrentQueue<(string Endpoint, string Title)> _articles = new();
    private readonly ConcurrentQueue<(string Endpoint, AlertRaised Alert)> _alerts = new();
    private readonly ConcurrentQueue<string> _finished = new();

    /// <summary>Articles with this title can never be handled.</summary>
    public const string Bad = "bad";

    /// <summary>A batch with this title fails whenever it is tried.</summary>
    public const string Broken = "broken";

    /// <summary>A batch with this title fails the first time at each endpoint.</summary>
    public const string Shaky = "shaky";

    private readonly ConcurrentDictionary<string, byte> _shaken = new();

    /// <summary>What was wrong with them is mended.</summary>
    public bool IsMended { get; set; }

    /// <summary>An endpoint that takes messages but does not finish them.</summary>
    public string? Stuck { get; init; }

    /// <summary>Whether an unfinished message fails as soon as the process is told to stop, as when its services go; else it waits until it is broken off.</summary>
    public bool FailsWhenStopped { get; init; }

    /// <summary>Told to the process.</summary>
    public CancellationToken Stopping { get; set; }

    public string[] Articles(string endpoint) => [.. _articles.Where(a => a.Endpoint == endpoint).Select(a => a.Title)];

    public AlertRaised[] Alerts(string endpoint) => [.. _alerts.Where(a => a.Endpoint == endpoint).Select(a => a.Alert)];

    public async Task TakeAsync(string endpoint, ConsumeContext<ArticlesIngested> context, IBatchSplitter splitter)
    {
        if (endpoint == Stuck) await WaitAsync(context.CancellationToken);
        foreach (var article in context.Message.Articles)
        {
            if (article.Article.Title == Broken || (article.Article.Title == Shaky && _shaken.TryAdd(endpoint, 0))) throw new InvalidOperationException("It fell down.");
            if (article.Article.Title == Bad && !IsMended) await splitter.SetAsideAsync(context, article, new BadArticleException());
            else _articles.Enqueue((endpoint, article.Article.Title));
        }
    }

    private async Task WaitAsync(CancellationToken brokenOff)
    {
        await Task.Delay(Timeout.Infinite, FailsWhenStopped ? Stopping : brokenOff).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        brokenOff.ThrowIfCancellationRequested();
        throw new ObjectDisposedException("store");
    }

    public void Finish(string endpoint) => _finished.Enqueue(endpoint);

    public void Take(string endpoint, AlertRaised alert) => _alerts.Enqueue((endpoint, alert));

    public Task WaitForArticlesAsync(string endpoint, int count) =>
        Eventually.GetAsync(() => Task.FromResult(string.Join(", ", Articles(endpoint))), _ => Articles(endpoint).Length >= count, $"{count} articles at {endpoint}");

    /// <summary>Waits until so many messages are not only handled: the broker was told that they are, so that they do not come again.</summary>
    public Task WaitForFinishedAsync(string endpoint, int count) =>
        Eventually.GetAsync(() => Task.FromResult(_finished.Count(e => e == endpoint)), finished => finished >= count, $"{count} finished messages at {endpoint}");

    public Task WaitForAlertsAsync(string endpoint, int count) =>
        Eventually.GetAsync(() => Task.FromResult(Alerts(endpoint).Length), arrived => arrived >= count, $"{count} alerts at {endpoint}");
}

internal sealed class BadArticleException() : Exception("This article can never be handled.");
