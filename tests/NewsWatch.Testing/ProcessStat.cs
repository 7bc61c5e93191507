namespace NewsWatch.Testing;

/// <summary>What <c>/proc</c> says of a process or a thread.</summary>
public static class ProcessStat
{
    /// <summary>The process group, by its number in proc(5).</summary>
    public const int Group = 5;

    /// <summary>The session.</summary>
    public const int Session = 6;

    /// <summary>The scheduling policy.</summary>
    public const int Policy = 41;

    /// <summary>What <see cref="Policy"/> holds for SCHED_IDLE of sched(7).</summary>
    public const string Idle = "5";

    /// <summary>One field of a file such as <c>/proc/self/stat</c>.</summary>
    /// <param name="file">The file.</param>
    /// <param name="number">The field's number in proc(5), from 3 on: the name comes second, in parentheses, and may hold spaces itself.</param>
    public static string Field(string file, int number)
    {
        var stat = File.ReadAllText(file);
        return stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[number - 3];
    }
}
