using System.Diagnostics;

namespace NewsWatch.Cli.Up.Processes;

/// <summary>Starts a process that lives on when this one ends: in a group of its own, its output in a file.</summary>
internal static class DetachedProcess
{
    // Each step replaces the process by the next, so the pid that .NET hands back is that of the command, which leads its group.
    private const string Script = """
        log=$0
        exec "$@" </dev/null >>"$log" 2>&1
        """;

    /// <returns>The process, which may have ended already.</returns>
    public static ProcessIdentity Start(IEnumerable<string> command, IReadOnlyDictionary<string, string> environment, string folder, string log)
    {
        Directory.CreateDirectory(folder);
        Directory.CreateDirectory(Path.GetDirectoryName(log)!);
        var start = OwnGroup.Of(["/bin/sh", "-c", Script, log, .. command]);
        start.WorkingDirectory = folder;
        foreach (var (name, value) in environment) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        return ProcessIdentity.Of(process.Id) ?? ProcessIdentity.Ended(process.Id);
    }
}
