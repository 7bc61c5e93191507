using NewsWatch.Benchmarks.Ingestion;
using NewsWatch.Benchmarks.Load;

var verbs = new Dictionary<string, Func<string[], int>>
{
    ["load"] = LoadRun.Run,
    ["marks"] = MarksReport.Run,
};

if (args.Length > 0 && verbs.TryGetValue(args[0], out var run)) return run(args[1..]);
Console.Error.WriteLine($"Say what to measure: {string.Join(", ", verbs.Keys.Order())}.");
return 2;
