using System.Threading.Channels;

namespace NewsWatch.Ingestion.Intake;

/// <summary>Takes together what has come in while something else was done.</summary>
internal static class Gathering
{
    /// <summary>Enough articles for several batches, few enough to answer the first sender soon.</summary>
    private const int Most = 2_000;

    /// <summary>What waits, until it is enough articles.</summary>
    public static List<T> Gather<T>(this ChannelReader<T> waiting, Func<T, int> articlesOf)
    {
        var gathered = new List<T>();
        for (var articles = 0; articles < Most && waiting.TryRead(out var next); articles += articlesOf(next)) gathered.Add(next);
        return gathered;
    }
}
