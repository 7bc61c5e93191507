using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using NewsWatch.Testing;
using NewsWatch.Testing.Installations;

namespace NewsWatch.Benchmarks.Load;

/// <summary>Pushes a corpus as fast as it is taken and waits until all of it is matched and archived.</summary>
/// <param name="Accepted">Articles a second until the last was accepted.</param>
/// <param name="Matched">Articles a second until the last was matched and its alerts confirmed.</param>
/// <param name="Archived">Articles a second until the last was in the archive.</param>
/// <param name="Pushed">Articles sent.</param>
/// <param name="Distinct">Different article ids that the answers named.</param>
/// <param name="InArchive">Articles that the archive then holds more than before.</param>
/// <param name="Alerts">Alerts raised, each of them once in the archive.</param>
/// <param name="Until">Processor time an article, by part, until the last was matched.</param>
internal sealed record Throughput(double Accepted, double Matched, double Archived, int Pushed, int Distinct, long InArchive, int Alerts, string Until)
{
    private const int ArticlesInOneRequest = 250;
    private const int RequestsAtOnce = 20;

    // A round is matched in little more than a second.
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(5);

    public static async Task<Throughput> MeasureAsync(Installation newswatch, LoadCorpus corpus, IReadOnlyDictionary<string, int> pids)
    {
        var matchedBefore = await newswatch.MatchedAsync();
        var archivedBefore = await newswatch.Api.CountAsync();
        var raisedBefore = await newswatch.RaisedAsync();
        var alertsBefore = (await newswatch.Api.AlertsAsync()).Count;
        // Ready before the clock starts, as they are for the broker alone.
        var requests = corpus.Articles.Chunk(ArticlesInOneRequest).Select(LoadCorpus.BodyOf).ToList();
        var ids = new ConcurrentDictionary<string, byte>();
        var published = 0;
        var processor = CpuTime.Of(pids);
        var watch = Stopwatch.StartNew();
        await Parallel.ForEachAsync(
            requests,
            new ParallelOptions { MaxDegreeOfParallelism = RequestsAtOnce },
            async (body, _) =>
            {
                foreach (var article in await PushAsync(newswatch.Api.Http, body))
                {
                    ids[article.GetProperty("id").GetString()!] = 0;
                    if (article.GetProperty("outcome").GetString() != "unchanged") Interlocked.Increment(ref published);
                }
            });
        var accepted = watch.Elapsed;
        await Eventually.IsTrueAsync(async () => await newswatch.MatchedAsync() - matchedBefore >= published, "all articles to be matched", TimeSpan.FromMinutes(10), BetweenLooks);
        var matched = watch.Elapsed;
        var until = CpuTime.Of(pids).Since(processor, corpus.Articles.Count);
        var total = await Eventually.GetAsync(() => newswatch.Api.CountAsync(), count => count - archivedBefore >= ids.Count, $"{ids.Count} articles in the archive", TimeSpan.FromMinutes(10));
        var archived = watch.Elapsed;
        // All articles are matched, so no more alerts will be raised, but the last may not be in the archive yet.
        var raised = await newswatch.RaisedAsync() - raisedBefore;
        var alerts = await Eventually.GetAsync(async () => (await newswatch.Api.AlertsAsync()).Count - alertsBefore, count => count >= raised, $"{raised} alerts in the archive", TimeSpan.FromMinutes(1));
        if (alerts > raised) throw new InvalidOperationException($"{raised} alerts were raised, the archive holds {alerts}.");
        double Rate(TimeSpan time) => corpus.Articles.Count / time.TotalSeconds;
        return new Throughput(Rate(accepted), Rate(matched), Rate(archived), corpus.Articles.Count, ids.Count, total - archivedBefore, alerts, until);
    }

    /// <summary>A sender does what the documentation asks of it: when told to come back later, it does.</summary>
    private static async Task<JsonElement.ArrayEnumerator> PushAsync(HttpClient http, byte[] body)
    {
        while (true)
        {
            using var content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
            using var response = await http.PostAsync("api/articles", content);
            if (response.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable)
            {
                await Task.Delay(response.Headers.RetryAfter?.Delta ?? TimeSpan.FromSeconds(1));
                continue;
            }

            var answer = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync()).RootElement;
            if (response.StatusCode != HttpStatusCode.Accepted) throw new InvalidOperationException($"A push was answered {response.StatusCode}: {answer}");
            return answer.GetProperty("articles").EnumerateArray();
        }
    }
}
