using System.Globalization;
using NewsWatch.Testing;
using NewsWatch.Testing.Installations;
using NewsWatch.Testing.Scenarios;

namespace NewsWatch.Benchmarks.Load;

/// <summary><c>crash [articles] [rounds]</c>: the long form of the crash tests: every part killed in turn, round after round.</summary>
internal static class CrashRun
{
    public static int Run(string[] args)
    {
        int Number(int index, int otherwise) => args.Length > index ? int.Parse(args[index], CultureInfo.InvariantCulture) : otherwise;
        Console.WriteLine(RunAsync(Number(0, 50_000), Number(1, 5)).GetAwaiter().GetResult());
        return 0;
    }

    private static async Task<CrashReport> RunAsync(int articles, int rounds)
    {
        await using var elasticsearch = ElasticsearchServer.CanBeKilled ? new ElasticsearchServer() : null;
        await using var newswatch = await DistributedInstallation.CreateAsync(elasticsearch is null ? null : await elasticsearch.AddressAsync());
        await newswatch.StartAsync();
        await newswatch.WatchAsync();
        List<Func<Task>> parts =
        [
            () => newswatch.KillAndRestartAsync("watcher"),
            () => newswatch.KillAndRestartAsync("indexer"),
            newswatch.KillAndRestartBrokerAsync,
            () => newswatch.KillAndRestartAsync("ingestion"),
            () => newswatch.KillAndRestartAsync("gateway"),
        ];
        if (elasticsearch is not null) parts.Add(elasticsearch.KillAndRestartAsync);
        return await new CrashScenario(newswatch).RunAsync(articles, [.. Enumerable.Repeat(parts, rounds).SelectMany(round => round)]);
    }
}
