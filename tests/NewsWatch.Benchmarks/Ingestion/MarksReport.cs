using System.Globalization;
using NewsWatch.Benchmarks.Ingestion.Marks;

namespace NewsWatch.Benchmarks.Ingestion;

/// <summary><c>marks</c>: measures every mark of ingestion and writes the table. <c>--misses</c> names what is missed, <c>--counts</c> leaves speeds out; a word filters by data set.</summary>
internal static class MarksReport
{
    public static int Run(string[] args)
    {
        var filter = args.FirstOrDefault(a => !a.StartsWith('-')) ?? "";
        var whole = filter.Length == 0;
        var speeds = whole && !args.Contains("--counts");
        var modelMemory = speeds ? Speeds.ModelMemory() : 0;
        var marks = new List<Mark>();
        foreach (var (_, measure) in AllMarks.Table.Where(m => DataFolder.Has(m.Set) && m.Set.Contains(filter, StringComparison.Ordinal)))
        {
            var mark = measure();
            marks.Add(mark);
            Console.WriteLine(mark);
            if (args.Contains("--misses")) mark.Misses.ToList().ForEach(m => Console.WriteLine("   " + m));
        }

        if (whole && marks.Count > 0) Write(marks, speeds ? Speeds.Rows(modelMemory) : []);
        return marks.Count > 0 && marks.TrueForAll(m => m.IsReached) ? 0 : 1;
    }

    private static void Write(List<Mark> marks, IEnumerable<string> speeds)
    {
        var lines = new List<string>
        {
            "# What ingestion reads right", "",
            "Written by `dotnet run -c Release --project tests/NewsWatch.Benchmarks -- marks`; the sets are described in `../shared/data`.", "",
            "| set | what is counted | right | of | share | to reach |", "|---|---|---:|---:|---:|---:|",
        };
        lines.AddRange(marks.Select(m => string.Create(CultureInfo.InvariantCulture, $"| {m.Set} | {m.Name} | {m.Right:N0} | {m.Total:N0} | {m.Share:P1} | {m.Floor:P0} |")));
        var rows = speeds.ToList();
        if (rows.Count > 0) lines.AddRange(["", "## How fast", "", "One core, in this run.", "", "| what | a second | MB/s | memory |", "|---|---:|---:|---|", .. rows]);
        var folder = Path.Combine(DataFolder.Project, "tests", "NewsWatch.Benchmarks", "results");
        Directory.CreateDirectory(folder);
        File.WriteAllLines(Path.Combine(folder, "ingestion-marks.md"), lines);
    }
}
