namespace NewsWatch.Cli.Up.Processes;

/// <summary>
/// Runs a command so that it gives way to everything else where the processor is short, as the Indexer does: an alert is due at once, the archive may
/// follow a little later.
/// </summary>
internal static class GivingWay
{
    // A system that does not allow it, or has no chrt, runs the command as any other.
    private const string Script = """
        chrt -i -p 0 $$ >/dev/null 2>&1
        exec "$0" "$@"
        """;

    /// <summary>The command that does it; to be started in the session of what it gives way to, see <see cref="OwnGroup"/>.</summary>
    public static IEnumerable<string> Command(IEnumerable<string> command) => ["/bin/sh", "-c", Script, .. command];
}
