using System.Globalization;

namespace NewsWatch.Benchmarks.Load;

/// <summary>Processor time of processes, so that a table says which part is the dear one whatever else the machine does.</summary>
internal sealed record CpuTime(IReadOnlyDictionary<string, TimeSpan> Parts)
{
    // USER_HZ is 100 on every Linux that .NET runs on.
    private const double TicksASecond = 100;

    /// <summary>What each has used until now.</summary>
    public static CpuTime Of(IReadOnlyDictionary<string, int> pids)
    {
        var used = pids.ToDictionary(p => p.Key, _ => TimeSpan.Zero);
        foreach (var folder in Directory.EnumerateDirectories("/proc").Where(f => int.TryParse(Path.GetFileName(f), out _)))
        {
            if (Stat(folder) is not { } fields) continue;
            var pid = int.Parse(Path.GetFileName(folder), CultureInfo.InvariantCulture);
            var group = int.Parse(fields[2], CultureInfo.InvariantCulture);
            foreach (var (name, leader) in pids)
            {
                if (pid == leader || group == leader) used[name] += TimeSpan.FromSeconds((long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture)) / TicksASecond);
            }
        }

        return new CpuTime(used);
    }

    /// <summary>Microseconds an article for each part, the dearest first.</summary>
    public string Since(CpuTime before, int articles) => string.Join(
        ", ",
        Parts.Select(p => (p.Key, Each: (p.Value - before.Parts[p.Key]).TotalMicroseconds / articles)).OrderByDescending(p => p.Each)
            .Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Key} {p.Each:0}")));

    /// <summary>The fields of <c>/proc/PID/stat</c> after the name, see proc(5): state, ppid, pgrp, …, utime and stime at 11 and 12.</summary>
    private static string[]? Stat(string folder)
    {
        try
        {
            var stat = File.ReadAllText(folder + "/stat");
            return stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It ended meanwhile.
            return null;
        }
    }
}
