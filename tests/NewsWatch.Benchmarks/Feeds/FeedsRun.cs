using System.Globalization;
using System.Text;
using NewsWatch.Benchmarks.Ingestion.Marks;
using NewsWatch.Testing;

namespace NewsWatch.Benchmarks.Feeds;

/// <summary><c>feeds</c>: one Ingestion process on one core polls thousands of feeds of a local server as fast as it can.</summary>
internal static class FeedsRun
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(15);

    /// <summary>Reads <c>[--feeds N] [--seconds N]</c>.</summary>
    public static int Run(string[] args)
    {
        int Option(string name, int otherwise) => Array.IndexOf(args, name) is >= 0 and var at ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : otherwise;
        var table = RunAsync(Option("--feeds", 5_000), TimeSpan.FromSeconds(Option("--seconds", 30))).GetAwaiter().GetResult();
        Console.Write(table);
        File.WriteAllText(Path.Combine(DataFolder.Project, "tests", "NewsWatch.Benchmarks", "results", "feeds.md"), table);
        return 0;
    }

    private static async Task<string> RunAsync(int feeds, TimeSpan duration)
    {
        await using var server = new FeedsServer();
        await server.StartAsync();
        await using var broker = await RabbitMqServer.CreateAsync();
        await using var polling = new PollingProcess(broker.ConnectionString);
        await polling.StartAsync();
        await polling.AddFeedsAsync(server.Address, feeds);

        var table = new StringBuilder("# Polling many feeds\n\n");
        table.AppendLine(CultureInfo.InvariantCulture, $"{feeds:N0} feeds of {FeedsServer.Items} whole articles on a local server, all due all the time; one Ingestion process bound to one core, its store in SQLite, a real broker. Written by `dotnet run -c Release --project tests/NewsWatch.Benchmarks -- feeds`.\n");
        table.AppendLine("| what the feeds answer | feeds/s | new articles/s | processor | memory |").AppendLine("|---|---:|---:|---:|---:|");
        foreach (var news in (bool[])[false, true])
        {
            server.BringsNews = news;
            // The first poll of each brings all of its items; that is not what a day is made of.
            await Eventually.GetAsync(polling.ReadAsync, read => read.News >= feeds * FeedsServer.Items, "the items of every feed", patience: TimeSpan.FromMinutes(10));
            await Task.Delay(WarmUp);
            var before = await polling.ReadAsync();
            await Task.Delay(duration);
            var spent = (await polling.ReadAsync()).Since(before);
            table.AppendLine(CultureInfo.InvariantCulture, $"| {(news ? "one new item each time" : "nothing new (304)")} | {spent.Polls / spent.Time.TotalSeconds:N0} | {spent.News / spent.Time.TotalSeconds:N0} | {spent.Processor / spent.Time:P0} | {spent.Memory / 1048576.0:N0} MiB |");
        }

        return table.ToString();
    }
}
