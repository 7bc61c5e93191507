using System.Diagnostics;
using System.Diagnostics.Metrics;
using NewsWatch.Storage.Articles;

namespace NewsWatch.Storage;

/// <summary>Spans and metrics of both stores.</summary>
public static class StorageTelemetry
{
    /// <summary>Name of the activity source and of the meter.</summary>
    public const string Name = "NewsWatch.Storage";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);

    private static readonly Histogram<double> WriteDuration = Meter.CreateHistogram<double>(
        "newswatch.storage.write.duration", "s", "Time to store a batch, until it is acknowledged.");

    private static readonly Histogram<double> SearchDuration = Meter.CreateHistogram<double>(
        "newswatch.storage.search.duration", "s", "Time to answer a search.");

    private static readonly Counter<long> Documents = Meter.CreateCounter<long>(
        "newswatch.storage.documents", "{document}", "Documents handed to the store, by collection and result.");

    private static readonly Counter<long> Retries = Meter.CreateCounter<long>(
        "newswatch.storage.retries", "{attempt}", "Attempts repeated because the store was away or overloaded.");

    internal static async Task<IReadOnlyList<WriteOutcome>> WriteAsync(
        string system, string collection, int count, Func<Task<IReadOnlyList<WriteOutcome>>> write)
    {
        using var activity = Start("store", system, collection);
        activity?.SetTag("db.operation.batch.size", count);
        var started = Stopwatch.GetTimestamp();
        var outcomes = await Observe(activity, write);
        WriteDuration.Record(Stopwatch.GetElapsedTime(started).TotalSeconds, Tags(system, collection));
        foreach (var group in outcomes.GroupBy(o => o.Result))
        {
            var tags = Tags(system, collection);
            tags.Add("result", group.Key.ToString().ToLowerInvariant());
            Documents.Add(group.Count(), tags);
        }

        return outcomes;
    }

    internal static async Task<T> SearchAsync<T>(string system, string collection, Func<Task<T>> search)
    {
        using var activity = Start("search", system, collection);
        var started = Stopwatch.GetTimestamp();
        var answer = await Observe(activity, search);
        SearchDuration.Record(Stopwatch.GetElapsedTime(started).TotalSeconds, Tags(system, collection));
        return answer;
    }

    internal static void Retried(string reason) => Retries.Add(1, new KeyValuePair<string, object?>("reason", reason));

    private static Activity? Start(string operation, string system, string collection) =>
        Source.StartActivity($"{operation} {collection}", ActivityKind.Client)
            ?.SetTag("db.system.name", system).SetTag("db.operation.name", operation).SetTag("db.collection.name", collection);

    private static async Task<T> Observe<T>(Activity? activity, Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception failure)
        {
            activity?.SetStatus(ActivityStatusCode.Error, failure.Message).SetTag("error.type", failure.GetType().FullName);
            throw;
        }
    }

    private static TagList Tags(string system, string collection) => new() { { "db.system.name", system }, { "db.collection.name", collection } };
}
