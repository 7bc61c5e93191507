using System.Globalization;
using System.Text;
using NewsWatch.Testing;
using NewsWatch.Testing.Installations;

namespace NewsWatch.Benchmarks.Load;

/// <summary><c>load</c>: pushes a corpus through each form of NewsWatch, with the broker's raw speed measured in the same run.</summary>
internal static class LoadRun
{
    private const int LatencyRate = 1_000;
    private const int WarmUps = 12;
    private const int LatencyWarmUps = 2;
    private const int LatencyRounds = 3;

    public static int Run(string[] args)
    {
        var arguments = LoadArguments.Parse(args);
        var corpus = LoadCorpus.Read(arguments.Corpus, arguments.Limit);
        var table = RunAsync(arguments, corpus).GetAwaiter().GetResult();
        Console.Write(table);
        if (arguments.Output is { } output) File.WriteAllText(output, table);
        return 0;
    }

    private static async Task<string> RunAsync(LoadArguments arguments, LoadCorpus corpus)
    {
        var table = new StringBuilder();
        table.AppendLine("# Load: from push to alert and archive").AppendLine();
        table.AppendLine(CultureInfo.InvariantCulture, $"{corpus.Articles.Count:N0} real feed items ({corpus.Name}), everything on one machine with {Environment.ProcessorCount} cores, the sender included. Written by `dotnet run -c Release --project tests/NewsWatch.Benchmarks -- load`.").AppendLine();
        if (RabbitMqServer.Problem is { } problem) table.AppendLine(problem).AppendLine();
        table.AppendLine("| form | the broker alone | accepted/s | matched/s | × the broker alone | archived/s | pushed | distinct | in the archive | alerts | p50 ms | p99 ms | at articles/s | processor µs an article until matched |");
        table.AppendLine("|---|---|---|---|---|---|---|---|---|---|---|---|---|---|");
        var before = await RawBroker.MeasureAsync(corpus, arguments.Rounds);
        foreach (var form in arguments.Forms)
        {
            var (throughput, latency) = await FormAsync(form, corpus, arguments);
            // A machine is not as fast at every hour: a form is compared with what the broker did just before and just after it.
            var after = await RawBroker.MeasureAsync(corpus, arguments.Rounds);
            table.AppendLine(Row(form, (before + after) / 2, throughput, latency));
            before = after;
        }

        table.AppendLine();
        table.AppendLine(CultureInfo.InvariantCulture, $"The broker alone: RabbitMQ.Client, one article a message, quorum queue, confirmed, published and consumed at once; the median of {arguments.Rounds} rounds after two that are not counted, before the form and after it, and the mean of these. The forms: the median of {arguments.Rounds} rounds, too, after {WarmUps} of as many other articles that are not counted; p50 and p99: of the median of three rounds after two that are not counted. Accepted: confirmed to the sender. Matched: its alerts are confirmed on the topic. Archived: found by search. p50 and p99: from sending the push to receiving the alert as a server-sent event, 10 ms of articles in a request, one article in twenty holding the phrase.");
        return table.ToString();
    }

    private static async Task<(Throughput Throughput, Latency Latency)> FormAsync(string form, LoadCorpus corpus, LoadArguments arguments)
    {
        await using var elasticsearch = form == "elasticsearch" ? new ElasticsearchServer { GivesWay = true } : null;
        await using var newswatch = form switch
        {
            "standalone" => (Installation)new StandaloneInstallation(),
            "sqlite" => await DistributedInstallation.CreateAsync(),
            "elasticsearch" => await DistributedInstallation.CreateAsync(await elasticsearch!.AddressAsync()),
            _ => throw new ArgumentException($"There is no form '{form}'."),
        };
        await newswatch.StartAsync();
        await newswatch.WatchAsync();
        var pids = new Dictionary<string, int>(newswatch.Pids) { ["sender"] = Environment.ProcessId };
        if (elasticsearch is not null) pids["elasticsearch"] = elasticsearch.Pid;
        Console.Error.WriteLine($"{form}: warming up");
        // Services run for weeks; what the runtimes compile in their first minutes is not what is measured. They compile in tiers: Elasticsearch, which sees only what
        // the Indexer gets to, spends a tenth of the machine on it in the fifth round and nothing worth naming in the fifteenth.
        for (var round = 1; round <= WarmUps; round++) await Throughput.MeasureAsync(newswatch, corpus.ForRound(round), pids);
        Console.Error.WriteLine($"{form}: measuring");
        var throughput = await MeasureAsync(form, newswatch, corpus, arguments.Rounds, pids);
        return (throughput, await MeasureLatencyAsync(form, newswatch, arguments.LatencyDuration));
    }

    /// <summary>The speed of the median round, the counts of the one that has the whole corpus.</summary>
    private static async Task<Throughput> MeasureAsync(string form, Installation newswatch, LoadCorpus corpus, int count, IReadOnlyDictionary<string, int> pids)
    {
        var rounds = new List<Throughput>();
        for (var i = 0; i < count; i++)
        {
            var round = await Throughput.MeasureAsync(newswatch, i == 0 ? corpus : corpus.ForRound(WarmUps + i), pids);
            if (round.InArchive != round.Distinct) throw new InvalidOperationException($"{form}: {round.Distinct} distinct articles were accepted, the archive holds {round.InArchive}.");
            Console.Error.WriteLine($"{form}: {round.Matched:N0} matched/s, {round.Until}");
            rounds.Add(round);
        }

        var whole = rounds[0];
        return rounds.OrderBy(round => round.Matched).ElementAt(count / 2) with { Pushed = whole.Pushed, Distinct = whole.Distinct, InArchive = whole.InArchive, Alerts = whole.Alerts };
    }

    /// <summary>The median of three rounds after two that are not counted: what merges and compiles after the flood is over by then.</summary>
    private static async Task<Latency> MeasureLatencyAsync(string form, Installation newswatch, TimeSpan duration)
    {
        var rounds = new List<Latency>();
        for (var round = 0; round < LatencyWarmUps + LatencyRounds; round++)
        {
            var latency = await Latency.MeasureAsync(newswatch, LatencyRate, duration);
            if (latency.Received != latency.Sent) throw new InvalidOperationException($"{form}: {latency.Sent} articles hold the phrase, {latency.Received} came.");
            Console.Error.WriteLine(FormattableString.Invariant($"{form}: p50 {latency.P50.TotalMilliseconds:0.0} ms, p99 {latency.P99.TotalMilliseconds:0.0} ms"));
            if (round >= LatencyWarmUps) rounds.Add(latency);
        }

        return rounds.OrderBy(latency => latency.P99).ElementAt(LatencyRounds / 2);
    }

    private static string Row(string form, double raw, Throughput throughput, Latency latency) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {form} | {raw:N0} | {throughput.Accepted:N0} | {throughput.Matched:N0} | {throughput.Matched / raw:0.00} | {throughput.Archived:N0} | {throughput.Pushed:N0} | {throughput.Distinct:N0} | {throughput.InArchive:N0} | {throughput.Alerts:N0} | {latency.P50.TotalMilliseconds:0.0} | {latency.P99.TotalMilliseconds:0.0} | {latency.Rate:N0} | {throughput.Until} |");
}
