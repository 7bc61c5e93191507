using System.Globalization;
using NewsWatch.Benchmarks.Ingestion.Marks;

namespace NewsWatch.Benchmarks.Ingestion;

/// <summary><c>marks</c>: measures every mark of ingestion and writes the table. <c>--misses</c> names what is missed, <c>--counts</c> leaves speeds out; a word filters by data set.</summary>
internal static class MarksReport
{
    public static int Run(string[] args)
    {
        var filter = args.FirstOrDefault(a => !a.StartsWith('-')) ?? "";
        var marks = new List<Mark>();
        foreach (var (_, measure) in AllMarks.Table.Where(m => DataFolder.Has(m.Set) && m.Set.Contains(filter, StringComparison.Ordinal)))
        {
            var mark = measure();
            marks.Add(mark);
            Console.WriteLine(mark);
            if (args.Contains("--misses")) mark.Misses.ToList().ForEach(m => Console.WriteLine("   " + m));
        }

        if (filter.Length == 0 && marks.Count > 0) Write(marks, speeds: !args.Contains("--counts"));
        return marks.Count > 0 && marks.TrueForAll(m => m.IsReached) ? 0 : 1;
    }

    private static void Write(List<Mark> marks, bool speeds)
    {
        var lines = new List<string>
        {
            "# What ingestion reads right", "",
            "Written by `dotnet run -c Release --project tests/NewsWatch.Benchmarks -- marks`; the sets are described in `../shared/data`.", "",
            "| set | what is counted | right | of | share | to reach |", "|---|---|---:|---:|---:|---:|",
        };
        lines.AddRange(marks.Select(m => string.Create(CultureInfo.InvariantCulture, $"| {m.Set} | {m.Name} | {m.Right:N0} | {m.Total:N0} | {m.Share:P1} | {m.Floor:P0} |")));
        if (speeds) lines.AddRange(["", "## How fast", "", "One core, in this run.", "", "| what | a second | MB/s | memory |", "|---|---:|---:|---|", .. Speeds.Rows()]);
        var folder = Path.Combine(DataFolder.Project, "tests", "NewsWatch.Benchmarks", "results");
        Directory.CreateDirectory(folder);
        File.WriteAllLines(Path.Combine(folder, "ingestion-marks.md"), lines);
    }
}
