using NewsWatch.Benchmarks.Archive;
using NewsWatch.Benchmarks.Feeds;
using NewsWatch.Benchmarks.Ingestion;
using NewsWatch.Benchmarks.Load;
using NewsWatch.Benchmarks.Matching;

// What the project measures: the first argument says what, the rest goes to it.
var runs = new Dictionary<string, Func<string[], int>>
{
    ["archive"] = ArchiveRun.Run,
    ["crash"] = CrashRun.Run,
    ["feeds"] = FeedsRun.Run,
    ["load"] = LoadRun.Run,
    ["marks"] = MarksReport.Run,
    ["matching"] = MatchingRun.Run,
    ["micro"] = MicroBenchmarks.Run,
};

try
{
    if (args.Length > 0 && runs.TryGetValue(args[0], out var run)) return run(args[1..]);
}
catch (ArgumentException e)
{
    await Console.Error.WriteLineAsync(e.Message);
    return 2;
}

await Console.Error.WriteLineAsync($"usage: dotnet run -c Release --project tests/NewsWatch.Benchmarks -- {string.Join('|', runs.Keys)} [options]");
return 2;
