using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.ServerSentEvents;
using System.Text.Json;
using NewsWatch.Contracts;
using NewsWatch.Testing.Installations;

namespace NewsWatch.Benchmarks.Load;

/// <summary>How long an article takes from the push to its alert at a subscriber, at a steady rate.</summary>
/// <param name="P50">Half of the alerts came within this.</param>
/// <param name="P99">99 of 100 came within this.</param>
/// <param name="Rate">Articles a second that were really sent.</param>
/// <param name="Sent">Articles sent that hold the phrase.</param>
/// <param name="Received">Alerts received.</param>
internal sealed record Latency(TimeSpan P50, TimeSpan P99, double Rate, int Sent, int Received)
{
    /// <summary>News is mostly about something else: one article in twenty holds the phrase.</summary>
    private const int PhraseEvery = 20;

    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(10);

    /// <summary>Every article carries its number in the title; every tick sends as many as are due, in one request.</summary>
    public static async Task<Latency> MeasureAsync(Installation newswatch, int perSecond, TimeSpan duration)
    {
        var count = (int)(perSecond * duration.TotalSeconds);
        var sent = new long[count];
        var latencies = new ConcurrentQueue<TimeSpan>();
        using var ending = new CancellationTokenSource();
        using var stream = await newswatch.Api.Http.GetStreamAsync("api/alerts/stream?topic=arms.lethal-aid", ending.Token);
        var listening = ListenAsync(stream, sent, latencies, ending.Token);

        var watch = Stopwatch.StartNew();
        var pushes = new List<Task>();
        using (var timer = new PeriodicTimer(Tick))
        {
            for (var next = 0; next < count && await timer.WaitForNextTickAsync();)
            {
                var due = Math.Min(count, (int)(watch.Elapsed.TotalSeconds * perSecond));
                if (due > next) pushes.Add(PushAsync(newswatch.Api.Http, next, due, sent));
                next = due;
            }
        }

        var rate = count / watch.Elapsed.TotalSeconds;
        await Task.WhenAll(pushes);
        await WaitForTheLastAsync(latencies, count / PhraseEvery);
        await ending.CancelAsync();
        await listening;
        var sorted = latencies.Order().ToList();
        return new Latency(sorted[sorted.Count / 2], sorted[(int)(sorted.Count * 0.99)], rate, count / PhraseEvery, sorted.Count);
    }

    private static async Task PushAsync(HttpClient http, int from, int to, long[] sent)
    {
        var articles = Enumerable.Range(from, to - from).Select(i => new
        {
            title = string.Create(CultureInfo.InvariantCulture, $"{i} {Guid.NewGuid():N}"),
            body = $"The ministers spoke of {(i % PhraseEvery == 0 ? "lethal aid" : "the weather")} again, and again said nothing of what it is, of when it will come or of who will pay for it.",
            lang = "en",
        });
        using var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(articles, NewsWatchJson.Options)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        Array.Fill(sent, Stopwatch.GetTimestamp(), from, to - from);
        using var response = await http.PostAsync("api/articles", content);
        response.EnsureSuccessStatusCode();
    }

    private static async Task ListenAsync(Stream stream, long[] sent, ConcurrentQueue<TimeSpan> latencies, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var alert in SseParser.Create(stream).EnumerateAsync(cancellationToken))
            {
                if (alert.EventType != "alert") continue;
                var title = JsonDocument.Parse(alert.Data).RootElement.GetProperty("article").GetProperty("title").GetString()!;
                latencies.Enqueue(Stopwatch.GetElapsedTime(sent[int.Parse(title.Split(' ')[0], CultureInfo.InvariantCulture)]));
            }
        }
        catch (OperationCanceledException)
        {
            // The measurement is over.
        }
    }

    private static async Task WaitForTheLastAsync(ConcurrentQueue<TimeSpan> latencies, int count)
    {
        var watch = Stopwatch.StartNew();
        while (latencies.Count < count && watch.Elapsed < TimeSpan.FromSeconds(30)) await Task.Delay(50);
    }
}
