using System.Net;
using NewsWatch.Contracts;
using NewsWatch.Testing.Installations;

namespace NewsWatch.Testing.Scenarios;

/// <summary>
/// Articles are pushed without pause while parts are killed in turn. What was accepted must be in the archive once, and each article that
/// holds the phrase must have raised exactly one alert.
/// </summary>
public sealed class CrashScenario(Installation newswatch)
{
    private const int InOneRequest = 20;

    /// <summary>Every so many articles one holds the watched phrase.</summary>
    private const int PhraseEvery = 5;

    private readonly string _run = Guid.NewGuid().ToString("N");
    private readonly HashSet<string> _accepted = new(StringComparer.Ordinal);
    private int _next;
    private int _resent;

    /// <summary>Pushes <paramref name="articles"/> spread over the time that the crashes take, then compares.</summary>
    /// <param name="articles">How many articles in all.</param>
    /// <param name="crashes">Each kills a part and starts it again.</param>
    /// <exception cref="InvalidOperationException">Something was lost or doubled; the message says what.</exception>
    public async Task<CrashReport> RunAsync(int articles, IReadOnlyList<Func<Task>> crashes)
    {
        var share = articles / (crashes.Count + 1);
        await PushAsync(share);
        for (var i = 0; i < crashes.Count; i++)
        {
            var pushing = PushAsync(i == crashes.Count - 1 ? articles - _next : share);
            await crashes[i]();
            await pushing;
        }

        return await CompareAsync(articles);
    }

    /// <summary>A sender that is not answered, or is told to come back, sends the same again.</summary>
    private async Task PushAsync(int count)
    {
        for (var end = _next + count; _next < end;)
        {
            var take = Math.Min(InOneRequest, end - _next);
            var batch = Enumerable.Range(_next, take).Select(Article).ToArray();
            await Eventually.IsTrueAsync(() => TryPushAsync(batch), $"articles {_next} to {_next + take - 1} to be accepted; logs:\n{newswatch.Logs}", TimeSpan.FromMinutes(3));
            _next += take;
        }
    }

    private async Task<bool> TryPushAsync(object[] batch)
    {
        try
        {
            var answer = await newswatch.Api.PushAsync(batch);
            if (answer.Status == HttpStatusCode.Accepted)
            {
                foreach (var article in answer.Json.GetProperty("articles").EnumerateArray()) _accepted.Add(article.GetProperty("id").GetString()!);
                return true;
            }

            if (answer.Status is not (HttpStatusCode.ServiceUnavailable or HttpStatusCode.TooManyRequests)) throw new InvalidOperationException($"A push was answered {answer.Status}: {answer.Text}");
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            // The process that would have answered was killed.
        }

        _resent++;
        return false;
    }

    private object Article(int number) => new
    {
        title = $"Report {number} of {_run}",
        body = number % PhraseEvery == 0 ? $"Report {number}: sanctions were named." : $"Report {number}: nothing was named.",
        url = $"https://crash.example/{_run}/{number}",
        source = "Crash",
    };

    private async Task<CrashReport> CompareAsync(int articles)
    {
        if (_accepted.Count != articles) throw new InvalidOperationException($"{articles} different articles were accepted under {_accepted.Count} ids.");
        await Eventually.GetAsync(CountAsync, count => count >= articles, $"{articles} articles in the archive; logs:\n{newswatch.Logs}", TimeSpan.FromMinutes(5));
        var expected = (articles + PhraseEvery - 1) / PhraseEvery;
        var alerts = await Eventually.GetAsync(AlertsAsync, found => found.Count >= expected, $"{expected} alerts; logs:\n{newswatch.Logs}", TimeSpan.FromMinutes(5));

        var archived = await CountAsync();
        if (archived != articles) throw new InvalidOperationException($"{articles} articles were accepted, the archive holds {archived}.");
        if (alerts.Count != expected || alerts.DistinctBy(a => a.Article.Id).Count() != expected)
            throw new InvalidOperationException($"{expected} articles hold the phrase; there are {alerts.Count} alerts for {alerts.DistinctBy(a => a.Article.Id).Count()} articles.");
        if (alerts.FirstOrDefault(a => a.Article.Revision != 1) is { } doubled) throw new InvalidOperationException($"Article {doubled.Article.Id} never changed and has revision {doubled.Article.Revision}.");
        return new CrashReport(articles, archived, alerts.Count, _resent);
    }

    private async Task<long> CountAsync() => await newswatch.Api.CountAsync("source:crash");

    private async Task<List<AlertRaised>> AlertsAsync() => [.. (await newswatch.Api.AlertsAsync("sanctions")).Where(a => a.Article.Title.EndsWith(_run, StringComparison.Ordinal))];
}

/// <summary>The figures of a run in which nothing was lost or doubled.</summary>
/// <param name="Accepted">Articles accepted.</param>
/// <param name="Archived">Articles in the archive.</param>
/// <param name="Alerts">Alerts in the archive, one for each article that holds the phrase.</param>
/// <param name="Resent">Requests that had to be sent again.</param>
public sealed record CrashReport(long Accepted, long Archived, int Alerts, int Resent);
