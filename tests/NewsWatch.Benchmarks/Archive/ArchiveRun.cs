using System.Globalization;
using System.Text;
using NewsWatch.Storage.Articles;
using NewsWatch.Testing;

namespace NewsWatch.Benchmarks.Archive;

/// <summary><c>archive</c>: how fast the archive takes articles beside what the store itself can do, and how fast it finds them.</summary>
internal static class ArchiveRun
{
    public static int Run(string[] args)
    {
        var arguments = ArchiveArguments.Parse(args);
        var table = RunAsync(arguments).GetAwaiter().GetResult();
        Console.Write(table);
        if (arguments.Output is { } output) File.WriteAllText(output, table);
        return 0;
    }

    private static async Task<string> RunAsync(ArchiveArguments arguments)
    {
        await using var own = arguments.Stores.Contains("elasticsearch") && arguments.Elasticsearch is null ? await ElasticsearchCluster.StartAsync(heap: "2g") : null;
        var server = arguments.Elasticsearch ?? own?.Addresses[0];
        var text = new StringBuilder();
        text.AppendLine("# The archive: articles in, articles found").AppendLine();
        text.AppendLine(CultureInfo.InvariantCulture, $"Real feed items of about 300 characters on a machine with {Environment.ProcessorCount} cores, the store included. Written by `dotnet run -c Release --project tests/NewsWatch.Benchmarks -- archive`.").AppendLine();
        await WritingAsync(arguments, server, text);
        await SearchingAsync(arguments, server, text);
        return text.ToString();
    }

    private static async Task WritingAsync(ArchiveArguments arguments, string? server, StringBuilder text)
    {
        var articles = ArchiveCorpus.Take(0, arguments.Documents);
        text.AppendLine(CultureInfo.InvariantCulture, $"## Documents a second, {articles.Length:N0} articles, median of {arguments.Rounds} rounds by turns").AppendLine();
        text.AppendLine("| store | the Indexer's way | bare | ratio | mark |");
        text.AppendLine("|---|---|---|---|---|");
        foreach (var store in arguments.Stores)
        {
            var (ours, bare) = (new List<double>(), new List<double>());
            for (var round = -1; round < arguments.Rounds; round++)
            {
                var one = store == "sqlite" ? await SqliteWriting.BareAsync(articles) : await ElasticsearchWriting.BareAsync(server!, articles);
                var other = store == "sqlite" ? await SqliteWriting.OursAsync(articles) : await ElasticsearchWriting.OursAsync(server!, articles);
                await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{store}: bare {one:N0}/s, ours {other:N0}/s{(round < 0 ? " (warm-up)" : "")}"));
                if (round < 0) continue;
                bare.Add(one);
                ours.Add(other);
            }

            var ratio = Median([.. ours.Zip(bare, (o, b) => o / b)]);
            text.AppendLine(CultureInfo.InvariantCulture, $"| {store} | {Median(ours):N0} | {Median(bare):N0} | {ratio:0.00} | {(store == "sqlite" ? "0.8" : "0.9")} |");
        }

        text.AppendLine();
        text.AppendLine("The Indexer's way: messages of 200 articles, sixteen at a time, text analysis included. Bare, SQLite: one loop of prepared statements over rows and words made ready before, 1,000 a transaction, into the same tables. Bare, Elasticsearch: `_bulk` of 1,000 documents made ready before, two requests at a time, same mapping.");
        text.AppendLine();
    }

    private static async Task SearchingAsync(ArchiveArguments arguments, string? server, StringBuilder text)
    {
        if (arguments.Sizes.Count == 0) return;
        text.AppendLine("## A page of ten with highlights and the total, 300 queries (words, phrases, pairs of words)").AppendLine();
        text.AppendLine("| store | articles | found on average | newest first p50 / p99 ms | by relevance p50 / p99 ms |");
        text.AppendLine("|---|---|---|---|---|");
        foreach (var store in arguments.Stores)
        {
            var folder = Directory.CreateTempSubdirectory("newswatch-bench-").FullName;
            var prefix = FormattableString.Invariant($"latency{Environment.ProcessId}");
            await using (var archive = store == "sqlite"
                ? await ArchiveStore.OpenAsync(("NewsWatch:Data", folder))
                : await ArchiveStore.OpenAsync(("ConnectionStrings:elasticsearch", server!), ("NewsWatch:Elasticsearch:Prefix", prefix)))
            {
                var stored = 0;
                foreach (var size in arguments.Sizes.Order())
                {
                    while (stored < size)
                    {
                        var some = Math.Min(20_000, size - stored);
                        await archive.WriteAsync(ArchiveCorpus.Take(stored, some));
                        stored += some;
                    }

                    if (store == "elasticsearch") await RefreshAsync(server!, prefix);
                    var seen = await SearchLatency.MeasureAsync(archive.Get<IArticleSearch>(), ArticleSort.Seen);
                    var relevance = await SearchLatency.MeasureAsync(archive.Get<IArticleSearch>(), ArticleSort.Relevance);
                    text.AppendLine(CultureInfo.InvariantCulture, $"| {store} | {size:N0} | {seen.Found:N0} | {seen.P50:0.0} / {seen.P99:0.0} | {relevance.P50:0.0} / {relevance.P99:0.0} |");
                    await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{store} at {size:N0}: {seen.P50:0.0} / {seen.P99:0.0} ms"));
                }
            }

            if (store == "elasticsearch") await ElasticsearchWriting.RemoveAsync(server!, prefix);
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task RefreshAsync(string server, string prefix)
    {
        using var http = new HttpClient { BaseAddress = new Uri(server) };
        (await http.PostAsync($"/{prefix}-articles/_refresh", null)).EnsureSuccessStatusCode();
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
