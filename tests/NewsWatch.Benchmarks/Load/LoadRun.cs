using System.Globalization;
using System.Text;
using NewsWatch.Testing;
using NewsWatch.Testing.Installations;

namespace NewsWatch.Benchmarks.Load;

/// <summary><c>load</c>: pushes a corpus through each form of NewsWatch, with the broker's raw speed measured in the same run.</summary>
internal static class LoadRun
{
    private const int LatencyRate = 1_000;
    private const int WarmUps = 4;

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
        var raw = await RawAsync(corpus, table);
        table.AppendLine("| form | accepted/s | matched/s | × raw | archived/s | pushed | distinct | in the archive | alerts | p50 ms | p99 ms | at articles/s | processor µs an article until matched |");
        table.AppendLine("|---|---|---|---|---|---|---|---|---|---|---|---|---|");
        foreach (var form in arguments.Forms) table.AppendLine(await FormAsync(form, corpus, raw, arguments));
        table.AppendLine();
        table.AppendLine("After four rounds of as many other articles. Accepted: confirmed to the sender. Matched: its alerts are confirmed on the topic. Archived: found by search. p50 and p99: from sending the push to receiving the alert as a server-sent event, 10 ms of articles in a request, one article in twenty holding the phrase.");
        return table.ToString();
    }

    private static async Task<double> RawAsync(LoadCorpus corpus, StringBuilder table)
    {
        if (RabbitMqServer.Problem is { } problem)
        {
            table.AppendLine(problem).AppendLine();
            return double.NaN;
        }

        await using var broker = await RabbitMqServer.CreateAsync();
        var raw = await RawBroker.MeasureAsync(broker.ConnectionString, corpus);
        table.AppendLine(CultureInfo.InvariantCulture, $"The broker alone, RabbitMQ.Client, one article a message, quorum queue, confirmed, published and consumed at once: {raw:N0} articles/s.").AppendLine();
        return raw;
    }

    private static async Task<string> FormAsync(string form, LoadCorpus corpus, double raw, LoadArguments arguments)
    {
        await using var elasticsearch = form == "elasticsearch" ? new ElasticsearchServer() : null;
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
        // Services run for weeks; what the runtime compiles in its first minute is not what is measured. Several rounds, since it compiles in tiers.
        for (var round = 1; round <= WarmUps; round++) await Throughput.MeasureAsync(newswatch, corpus.ForWarmUp(round), pids);
        Console.Error.WriteLine($"{form}: measuring");
        var throughput = await Throughput.MeasureAsync(newswatch, corpus, pids);
        var latency = await Latency.MeasureAsync(newswatch, LatencyRate, arguments.LatencyDuration);
        if (throughput.InArchive != throughput.Distinct) throw new InvalidOperationException($"{form}: {throughput.Distinct} distinct articles were accepted, the archive holds {throughput.InArchive}.");
        if (latency.Received != latency.Sent) throw new InvalidOperationException($"{form}: {latency.Sent} articles hold the phrase, {latency.Received} came.");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {form} | {throughput.Accepted:N0} | {throughput.Matched:N0} | {throughput.Matched / raw:0.00} | {throughput.Archived:N0} | {throughput.Pushed:N0} | {throughput.Distinct:N0} | {throughput.InArchive:N0} | {throughput.Alerts:N0} | {latency.P50.TotalMilliseconds:0.0} | {latency.P99.TotalMilliseconds:0.0} | {latency.Rate:N0} | {throughput.Until} |");
    }
}
